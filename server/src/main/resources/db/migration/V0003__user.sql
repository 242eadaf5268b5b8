-- People. Look-ups go by the normalised *_key columns with plain equality.
create table users (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  username varchar(128),
  username_key text,
  primary_email varchar(128),
  email_key text,
  primary_phone varchar(128),
  phone_key text,
  name varchar(128),
  avatar varchar(2048),
  profile jsonb not null default '{}',
  custom_data jsonb not null default '{}',
  application_id text,
  cimd_client_id text,
  is_suspended boolean not null default false,
  password_hash text,
  password_method text,
  password_updated_at timestamptz,
  is_password_expired boolean not null default false,
  settings jsonb not null default '{}',
  last_sign_in_at timestamptz,
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  constraint users_username unique (tenant_id, username_key),
  constraint users_email unique (tenant_id, email_key),
  constraint users_phone unique (tenant_id, phone_key),
  check ((password_hash is null) = (password_method is null))
);
create index users_created_at on users (tenant_id, created_at desc, id);
select protect('users');

-- A person at a social provider, found by (target, identity).
create table user_identities (
  tenant_id text not null,
  user_id text not null,
  target text not null,
  identity_id text not null,
  details jsonb,
  primary key (tenant_id, user_id, target),
  constraint user_identities_identity unique (tenant_id, target, identity_id),
  foreign key (tenant_id, user_id) references users on delete cascade
);
select protect('user_identities');
