-- Identity providers of enterprises.
create table sso_connectors (
  tenant_id text not null references tenants on delete cascade,
  id varchar(128) not null check (id <> ''),
  provider_name varchar(128) not null,
  connector_name varchar(128) not null check (connector_name <> ''),
  config bytea not null, -- sealed: it holds secrets
  domains text[] not null default '{}',
  branding jsonb not null default '{}',
  sync_profile boolean not null default false,
  enable_token_storage boolean not null default false,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint sso_connectors_name unique (tenant_id, connector_name)
);
select protect('sso_connectors');

-- Keys by which requests to a provider are signed; one a connector is active.
create table sso_signing_keys (
  tenant_id text not null,
  connector_id varchar(128) not null,
  id text not null,
  certificate text not null,
  private_key bytea not null, -- sealed
  active boolean not null default false,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, connector_id) references sso_connectors on delete cascade
);
create index sso_signing_keys_connector on sso_signing_keys (tenant_id, connector_id);
create unique index sso_signing_keys_active on sso_signing_keys (tenant_id, connector_id) where active;
select protect('sso_signing_keys');
