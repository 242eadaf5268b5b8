-- API resources, their scopes, and the roles that grant them.
create table resources (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  name text not null check (name <> ''),
  indicator text not null check (indicator <> ''),
  is_default boolean not null default false,
  access_token_ttl bigint not null default 3600,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint resources_indicator unique (tenant_id, indicator)
);
create unique index resources_default on resources (tenant_id) where is_default;
select protect('resources');

create table scopes (
  tenant_id text not null,
  id text not null,
  resource_id text not null,
  name varchar(256) not null check (name <> ''),
  description text,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint scopes_name unique (tenant_id, resource_id, name),
  foreign key (tenant_id, resource_id) references resources on delete cascade
);
select protect('scopes');

create table roles (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  name varchar(128) not null check (name <> ''),
  description varchar(128) not null check (description <> ''),
  type text not null default 'User' check (type in ('User', 'MachineToMachine')),
  is_default boolean not null default false,
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint roles_name unique (tenant_id, name),
  unique (tenant_id, id, type)
);
select protect('roles');

create table role_scopes (
  tenant_id text not null,
  role_id text not null,
  scope_id text not null,
  primary key (tenant_id, role_id, scope_id),
  foreign key (tenant_id, role_id) references roles on delete cascade,
  foreign key (tenant_id, scope_id) references scopes on delete cascade
);
create index role_scopes_scope on role_scopes (tenant_id, scope_id);
select protect('role_scopes');

-- The type column lets the foreign key refuse a machine's role for a person, and the other way round.
create table user_roles (
  tenant_id text not null,
  user_id text not null,
  role_id text not null,
  role_type text not null default 'User' constraint user_roles_type check (role_type = 'User'),
  primary key (tenant_id, user_id, role_id),
  foreign key (tenant_id, user_id) references users on delete cascade,
  foreign key (tenant_id, role_id) references roles on delete cascade
);
create index user_roles_role on user_roles (tenant_id, role_id);
select protect('user_roles');

create table application_roles (
  tenant_id text not null,
  application_id text not null,
  role_id text not null,
  role_type text not null default 'MachineToMachine' constraint application_roles_type check (role_type = 'MachineToMachine'),
  primary key (tenant_id, application_id, role_id),
  foreign key (tenant_id, application_id) references applications on delete cascade,
  foreign key (tenant_id, role_id) references roles on delete cascade
);
create index application_roles_role on application_roles (tenant_id, role_id);
select protect('application_roles');

create function role_type_matches() returns trigger language plpgsql as $$
begin
  if exists (select from roles where tenant_id = new.tenant_id and id = new.role_id and type <> new.role_type) then
    raise check_violation using message = 'a role of another type', constraint = tg_table_name || '_type', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger user_roles_match before insert or update on user_roles for each row execute function role_type_matches();
create trigger application_roles_match before insert or update on application_roles for each row execute function role_type_matches();
