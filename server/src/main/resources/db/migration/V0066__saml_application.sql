-- What SAML needs to know of an application.
create table saml_application_configs (
  tenant_id text not null,
  application_id text not null,
  attribute_mapping jsonb not null default '{}',
  entity_id varchar(128),
  acs_url jsonb,
  encryption jsonb,
  name_id_format text not null,
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
select protect('saml_application_configs');

-- What its assertions are signed with; one an application is active.
create table saml_application_secrets (
  tenant_id text not null,
  application_id text not null,
  id text not null,
  certificate text not null,
  private_key bytea not null, -- sealed
  active boolean not null default false,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
create index saml_application_secrets_application on saml_application_secrets (tenant_id, application_id);
create unique index saml_application_secrets_active on saml_application_secrets (tenant_id, application_id) where active;
select protect('saml_application_secrets');

-- What clients that are known by their metadata's address may ask a person's consent for.
create table cimd_user_scopes (
  tenant_id text not null references tenants on delete cascade,
  scope_id text not null,
  primary key (tenant_id, scope_id)
);
select protect('cimd_user_scopes');

create table cimd_resource_scopes (
  tenant_id text not null references tenants on delete cascade,
  scope_id text not null,
  primary key (tenant_id, scope_id),
  foreign key (tenant_id, scope_id) references scopes on delete cascade
);
select protect('cimd_resource_scopes');

create table cimd_organization_resource_scopes (
  tenant_id text not null references tenants on delete cascade,
  scope_id text not null,
  primary key (tenant_id, scope_id),
  foreign key (tenant_id, scope_id) references scopes on delete cascade
);
select protect('cimd_organization_resource_scopes');

create table cimd_organization_scopes (
  tenant_id text not null references tenants on delete cascade,
  scope_id text not null,
  primary key (tenant_id, scope_id),
  foreign key (tenant_id, scope_id) references organization_scopes on delete cascade
);
select protect('cimd_organization_scopes');
