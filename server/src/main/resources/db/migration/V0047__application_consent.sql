-- What a third-party application may ask a person's consent for: scopes of the provider's own, by name …
create table application_user_scopes (
  tenant_id text not null,
  application_id text not null,
  scope_id text not null,
  primary key (tenant_id, application_id, scope_id),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
select protect('application_user_scopes');

-- … scopes of API resources for the person alone …
create table application_resource_scopes (
  tenant_id text not null,
  application_id text not null,
  scope_id text not null,
  primary key (tenant_id, application_id, scope_id),
  foreign key (tenant_id, application_id) references applications on delete cascade,
  foreign key (tenant_id, scope_id) references scopes on delete cascade
);
create index application_resource_scopes_scope on application_resource_scopes (tenant_id, scope_id);
select protect('application_resource_scopes');

-- … and scopes of API resources within an organization.
create table application_organization_resource_scopes (
  tenant_id text not null,
  application_id text not null,
  scope_id text not null,
  primary key (tenant_id, application_id, scope_id),
  foreign key (tenant_id, application_id) references applications on delete cascade,
  foreign key (tenant_id, scope_id) references scopes on delete cascade
);
create index application_organization_resource_scopes_scope on application_organization_resource_scopes (tenant_id, scope_id);
select protect('application_organization_resource_scopes');
