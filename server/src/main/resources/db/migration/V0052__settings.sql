-- What people may do with their own account: one row a tenant.
create table account_centers (
  tenant_id text primary key references tenants on delete cascade,
  enabled boolean not null default false,
  fields jsonb not null default '{}',
  webauthn_related_origins text[] not null default '{}',
  delete_account_url varchar(2048),
  custom_css text,
  profile_fields jsonb
);
select protect('account_centers');

do $$
declare
  tenant text;
begin
  for tenant in select id from tenants loop
    perform set_config('gatehouse.tenant', tenant, true);
    insert into account_centers (tenant_id) values (tenant);
  end loop;
end $$;

-- What a tenant asks people beyond the usual.
create table profile_fields (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  name varchar(128) not null check (name ~ '^[0-9A-Za-z]+$'),
  type text not null
    check (type in ('Text', 'Number', 'Date', 'Checkbox', 'Select', 'Url', 'Regex', 'Address', 'Fullname')),
  label varchar(128) not null default '',
  description varchar(256),
  required boolean not null default false,
  config jsonb not null default '{}',
  sie_order integer not null,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint profile_fields_name unique (tenant_id, name)
);
select protect('profile_fields');

-- The service that tells people from programs: one a tenant.
create table captcha_providers (
  tenant_id text primary key references tenants on delete cascade,
  id text not null,
  config bytea not null, -- sealed: it holds secrets
  created_at timestamptz not null,
  updated_at timestamptz not null
);
select protect('captcha_providers');

-- JavaScript of the tenant, by the moment at which it runs.
create table scripts (
  tenant_id text not null references tenants on delete cascade,
  key text not null check (key in ('jwt.accessToken', 'jwt.clientCredentials',
    'action.postFirstFactorVerification', 'action.postSignIn')),
  value bytea not null, -- sealed: it holds secrets
  updated_at timestamptz not null,
  primary key (tenant_id, key)
);
select protect('scripts');

-- Permissions to act as a person, exchanged once.
create table subject_tokens (
  tenant_id text not null references tenants on delete cascade,
  token_hash bytea not null,
  user_id varchar(21) not null,
  context jsonb not null default '{}',
  creator_id text not null,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  consumed_at timestamptz,
  primary key (tenant_id, token_hash),
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index subject_tokens_expires_at on subject_tokens (expires_at);
create index subject_tokens_user on subject_tokens (tenant_id, user_id);
select protect('subject_tokens');

-- Tokens that a provider gave for a person.
create table token_sets (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  user_id text not null,
  connector_id varchar(128) not null,
  value bytea not null, -- sealed
  scope text,
  issued_at timestamptz not null,
  expires_at timestamptz,
  primary key (tenant_id, id),
  constraint token_sets_person unique (tenant_id, user_id, connector_id),
  foreign key (tenant_id, user_id) references users on delete cascade,
  foreign key (tenant_id, connector_id) references connectors on delete cascade
);
create index token_sets_connector on token_sets (tenant_id, connector_id);
select protect('token_sets');
