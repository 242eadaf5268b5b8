create table connectors (
  tenant_id text not null references tenants on delete cascade,
  id varchar(128) not null check (id <> ''),
  connector_id varchar(128) not null,
  config bytea not null, -- sealed: it holds secrets
  metadata jsonb not null default '{}',
  sync_profile boolean not null default false,
  enable_token_storage boolean not null default false,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
select protect('connectors');
