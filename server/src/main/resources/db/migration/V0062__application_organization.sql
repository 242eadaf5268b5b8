-- Organizations in what third-party applications may ask for …
create table application_organization_scopes (
  tenant_id text not null,
  application_id text not null,
  scope_id text not null,
  primary key (tenant_id, application_id, scope_id),
  foreign key (tenant_id, application_id) references applications on delete cascade,
  foreign key (tenant_id, scope_id) references organization_scopes on delete cascade
);
create index application_organization_scopes_scope on application_organization_scopes (tenant_id, scope_id);
select protect('application_organization_scopes');

-- … in what a person let such an application see of theirs …
create table application_consent_organizations (
  tenant_id text not null,
  application_id text not null,
  user_id text not null,
  organization_id text not null,
  primary key (tenant_id, application_id, user_id, organization_id),
  foreign key (tenant_id, application_id) references applications on delete cascade,
  foreign key (tenant_id, organization_id, user_id) references organization_users on delete cascade
);
create index application_consent_organizations_member on application_consent_organizations (tenant_id, organization_id, user_id);
select protect('application_consent_organizations');

-- … and in who may use an application: members, and those who have a role in an organization.
create table application_access_organizations (
  tenant_id text not null,
  application_id text not null,
  organization_id text not null,
  primary key (tenant_id, application_id, organization_id),
  foreign key (tenant_id, application_id) references applications on delete cascade,
  foreign key (tenant_id, organization_id) references organizations on delete cascade
);
create index application_access_organizations_organization on application_access_organizations (tenant_id, organization_id);
select protect('application_access_organizations');

create table application_access_organization_roles (
  tenant_id text not null,
  application_id text not null,
  organization_id text not null,
  organization_role_id text not null,
  role_type text not null default 'User' constraint application_access_organization_roles_type check (role_type = 'User'),
  primary key (tenant_id, application_id, organization_id, organization_role_id),
  foreign key (tenant_id, application_id) references applications on delete cascade,
  foreign key (tenant_id, organization_id) references organizations on delete cascade,
  foreign key (tenant_id, organization_role_id) references organization_roles on delete cascade
);
create index application_access_organization_roles_organization on application_access_organization_roles (tenant_id, organization_id);
create index application_access_organization_roles_role on application_access_organization_roles (tenant_id, organization_role_id);
select protect('application_access_organization_roles');
create trigger application_access_organization_roles_match before insert or update on application_access_organization_roles
  for each row execute function organization_role_type_matches();

create or replace function application_admits(tenant text, application text, person text) returns boolean
  language sql stable as $$
  select exists (
      select from application_access_users a
      where a.tenant_id = tenant and a.application_id = application and a.user_id = person)
    or exists (
      select from application_access_roles a
        join user_roles ur on ur.tenant_id = a.tenant_id and ur.role_id = a.role_id
      where a.tenant_id = tenant and a.application_id = application and ur.user_id = person)
    or exists (
      select from application_access_organizations a
        join organization_users m on m.tenant_id = a.tenant_id and m.organization_id = a.organization_id
      where a.tenant_id = tenant and a.application_id = application and m.user_id = person)
    or exists (
      select from application_access_organization_roles a
        join organization_user_roles r on r.tenant_id = a.tenant_id and r.organization_id = a.organization_id
          and r.organization_role_id = a.organization_role_id
      where a.tenant_id = tenant and a.application_id = application and r.user_id = person)
$$;

create function application_has_access_rules(tenant text, application text) returns boolean
  language sql stable as $$
  select exists (select from application_access_users a where a.tenant_id = tenant and a.application_id = application)
    or exists (select from application_access_roles a where a.tenant_id = tenant and a.application_id = application)
    or exists (select from application_access_organizations a where a.tenant_id = tenant and a.application_id = application)
    or exists (select from application_access_organization_roles a where a.tenant_id = tenant and a.application_id = application)
$$;
