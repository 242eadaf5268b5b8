create table applications (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  name varchar(256) not null check (name <> ''),
  description text,
  type text not null check (type in ('Native', 'SPA', 'Traditional', 'MachineToMachine', 'Protected', 'SAML')),
  oidc_client_metadata jsonb not null default '{"redirectUris": [], "postLogoutRedirectUris": []}',
  custom_client_metadata jsonb not null default '{}',
  protected_app_metadata jsonb,
  custom_data jsonb not null default '{}',
  is_third_party boolean not null default false,
  access_control_enabled boolean not null default false,
  strict_oidc boolean not null default false,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index applications_created_at on applications (tenant_id, created_at desc, id);
select protect('applications');

-- Shown again by the API, so sealed, not hashed.
create table application_secrets (
  tenant_id text not null,
  application_id text not null,
  name varchar(256) not null check (name <> ''),
  value bytea not null,
  created_at timestamptz not null,
  expires_at timestamptz,
  primary key (tenant_id, application_id, name),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
select protect('application_secrets');
