-- Who may use an application whose access control is on: people by themselves, and by their roles.
create table application_access_users (
  tenant_id text not null,
  application_id text not null,
  user_id text not null,
  primary key (tenant_id, application_id, user_id),
  foreign key (tenant_id, application_id) references applications on delete cascade,
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index application_access_users_user on application_access_users (tenant_id, user_id);
select protect('application_access_users');

create table application_access_roles (
  tenant_id text not null,
  application_id text not null,
  role_id text not null,
  role_type text not null default 'User' check (role_type = 'User'),
  primary key (tenant_id, application_id, role_id),
  foreign key (tenant_id, application_id) references applications on delete cascade,
  foreign key (tenant_id, role_id, role_type) references roles (tenant_id, id, type) on delete cascade
);
create index application_access_roles_role on application_access_roles (tenant_id, role_id);
select protect('application_access_roles');

-- Whether the application's rules let the person in; asked only while its access control is on.
create function application_admits(tenant text, application text, person text) returns boolean
  language sql stable as $$
  select exists (
      select from application_access_users a
      where a.tenant_id = tenant and a.application_id = application and a.user_id = person)
    or exists (
      select from application_access_roles a
        join user_roles ur on ur.tenant_id = a.tenant_id and ur.role_id = a.role_id
      where a.tenant_id = tenant and a.application_id = application and ur.user_id = person)
$$;
