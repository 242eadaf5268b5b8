-- Organizations: groups of people and applications of a tenant, with roles of their own.
create table organizations (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  name varchar(128) not null check (name <> ''),
  description varchar(256),
  custom_data jsonb not null default '{}',
  is_mfa_required boolean not null default false,
  is_trusted_device_allowed boolean not null default true,
  color jsonb not null default '{}',
  branding jsonb not null default '{}',
  custom_css text,
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create index organizations_created_at on organizations (tenant_id, created_at, id);
create index organizations_search on organizations using gin (name gin_trgm_ops, id gin_trgm_ops);
select protect('organizations');
select counted('organizations');

-- The template: scopes and roles are the tenant's, and the same in each of its organizations.
create table organization_scopes (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  name varchar(128) not null check (name <> ''),
  description varchar(256),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint organization_scopes_name unique (tenant_id, name)
);
select protect('organization_scopes');

create table organization_roles (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  name varchar(128) not null check (name <> ''),
  description varchar(256),
  type text not null default 'User' check (type in ('User', 'MachineToMachine')),
  created_at timestamptz not null,
  primary key (tenant_id, id),
  constraint organization_roles_name unique (tenant_id, name)
);
select protect('organization_roles');

create table organization_role_scopes (
  tenant_id text not null,
  organization_role_id text not null,
  organization_scope_id text not null,
  primary key (tenant_id, organization_role_id, organization_scope_id),
  foreign key (tenant_id, organization_role_id) references organization_roles on delete cascade,
  foreign key (tenant_id, organization_scope_id) references organization_scopes on delete cascade
);
create index organization_role_scopes_scope on organization_role_scopes (tenant_id, organization_scope_id);
select protect('organization_role_scopes');

create table organization_role_resource_scopes (
  tenant_id text not null,
  organization_role_id text not null,
  scope_id text not null,
  primary key (tenant_id, organization_role_id, scope_id),
  foreign key (tenant_id, organization_role_id) references organization_roles on delete cascade,
  foreign key (tenant_id, scope_id) references scopes on delete cascade
);
create index organization_role_resource_scopes_scope on organization_role_resource_scopes (tenant_id, scope_id);
select protect('organization_role_resource_scopes');

create table organization_users (
  tenant_id text not null,
  organization_id text not null,
  user_id text not null,
  primary key (tenant_id, organization_id, user_id),
  foreign key (tenant_id, organization_id) references organizations on delete cascade,
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index organization_users_user on organization_users (tenant_id, user_id, organization_id);
select protect('organization_users');

-- The type column lets the trigger refuse a machine's role for a person, and the other way round.
create table organization_user_roles (
  tenant_id text not null,
  organization_id text not null,
  user_id text not null,
  organization_role_id text not null,
  role_type text not null default 'User' constraint organization_user_roles_type check (role_type = 'User'),
  primary key (tenant_id, organization_id, user_id, organization_role_id),
  foreign key (tenant_id, organization_id, user_id) references organization_users on delete cascade,
  foreign key (tenant_id, organization_role_id) references organization_roles on delete cascade
);
create index organization_user_roles_role on organization_user_roles (tenant_id, organization_role_id, organization_id, user_id);
select protect('organization_user_roles');

create table organization_applications (
  tenant_id text not null,
  organization_id text not null,
  application_id text not null,
  primary key (tenant_id, organization_id, application_id),
  foreign key (tenant_id, organization_id) references organizations on delete cascade,
  foreign key (tenant_id, application_id) references applications on delete cascade
);
create index organization_applications_application on organization_applications (tenant_id, application_id, organization_id);
select protect('organization_applications');

create table organization_application_roles (
  tenant_id text not null,
  organization_id text not null,
  application_id text not null,
  organization_role_id text not null,
  role_type text not null default 'MachineToMachine'
    constraint organization_application_roles_type check (role_type = 'MachineToMachine'),
  primary key (tenant_id, organization_id, application_id, organization_role_id),
  foreign key (tenant_id, organization_id, application_id) references organization_applications on delete cascade,
  foreign key (tenant_id, organization_role_id) references organization_roles on delete cascade
);
create index organization_application_roles_role on organization_application_roles (tenant_id, organization_role_id);
select protect('organization_application_roles');

create function organization_role_type_matches() returns trigger language plpgsql as $$
begin
  if exists (select from organization_roles
             where tenant_id = new.tenant_id and id = new.organization_role_id and type <> new.role_type) then
    raise check_violation using message = 'a role of another type', constraint = tg_table_name || '_type', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger organization_user_roles_match before insert or update on organization_user_roles
  for each row execute function organization_role_type_matches();
create trigger organization_application_roles_match before insert or update on organization_application_roles
  for each row execute function organization_role_type_matches();

create function machines_only() returns trigger language plpgsql as $$
begin
  if exists (select from applications
             where tenant_id = new.tenant_id and id = new.application_id and type <> 'MachineToMachine') then
    raise check_violation using message = 'not a machine', constraint = 'organization_applications_type', table = tg_table_name;
  end if;
  return new;
end $$;
create trigger organization_applications_match before insert or update on organization_applications
  for each row execute function machines_only();

-- How many members an organization has, by the counters of totals: its noun is 'organization_users:' and the id.
-- The counters of an organization end with it.
create function members_added() returns trigger language plpgsql as $$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select tenant_id, 'organization_users:' || organization_id, count(*) from changed group by tenant_id, organization_id;
  return null;
end $$;
create function members_removed() returns trigger language plpgsql as $$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select c.tenant_id, 'organization_users:' || c.organization_id, -count(*) from changed c
    where exists (select from organizations o where o.tenant_id = c.tenant_id and o.id = c.organization_id)
    group by c.tenant_id, c.organization_id;
  return null;
end $$;
create trigger members_added after insert on organization_users referencing new table as changed
  for each statement execute function members_added();
create trigger members_removed after delete on organization_users referencing old table as changed
  for each statement execute function members_removed();
create function organization_uncounted() returns trigger language plpgsql as $$
begin
  delete from counts c using changed o where c.tenant_id = o.tenant_id and c.noun = 'organization_users:' || o.id;
  delete from count_deltas c using changed o where c.tenant_id = o.tenant_id and c.noun = 'organization_users:' || o.id;
  return null;
end $$;
create trigger organization_uncounted after delete on organizations referencing old table as changed
  for each statement execute function organization_uncounted();

-- Who joins at registration: by the verified e-mail address's domain, and with which roles.
create table organization_jit_email_domains (
  tenant_id text not null,
  organization_id text not null,
  email_domain varchar(128) not null,
  domain_key text not null generated always as (lower(email_domain)) stored,
  created_at timestamptz not null,
  primary key (tenant_id, organization_id, email_domain),
  foreign key (tenant_id, organization_id) references organizations on delete cascade
);
create index organization_jit_email_domains_key on organization_jit_email_domains (tenant_id, domain_key);
select protect('organization_jit_email_domains');

create table organization_jit_roles (
  tenant_id text not null,
  organization_id text not null,
  organization_role_id text not null,
  primary key (tenant_id, organization_id, organization_role_id),
  foreign key (tenant_id, organization_id) references organizations on delete cascade,
  foreign key (tenant_id, organization_role_id) references organization_roles on delete cascade
);
create index organization_jit_roles_role on organization_jit_roles (tenant_id, organization_role_id);
select protect('organization_jit_roles');

-- Who was asked by e-mail to join.
create table organization_invitations (
  tenant_id text not null,
  id text not null,
  organization_id text not null,
  inviter_id text,
  invitee varchar(256) not null,
  invitee_key text not null generated always as (lower(invitee)) stored,
  accepted_user_id text,
  status text not null default 'Pending' check (status in ('Pending', 'Accepted', 'Expired', 'Revoked')),
  created_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, organization_id) references organizations on delete cascade,
  foreign key (tenant_id, inviter_id) references users on delete cascade,
  foreign key (tenant_id, accepted_user_id) references users on delete cascade
);
create unique index organization_invitations_pending on organization_invitations (tenant_id, organization_id, invitee)
  where status = 'Pending';
create index organization_invitations_invitee on organization_invitations (tenant_id, invitee_key, created_at desc);
create index organization_invitations_organization on organization_invitations (tenant_id, organization_id, created_at desc);
create index organization_invitations_inviter on organization_invitations (tenant_id, inviter_id, created_at desc);
create index organization_invitations_accepted on organization_invitations (tenant_id, accepted_user_id);
create index organization_invitations_created_at on organization_invitations (tenant_id, created_at desc, id);
select protect('organization_invitations');

create table organization_invitation_roles (
  tenant_id text not null,
  invitation_id text not null,
  organization_role_id text not null,
  primary key (tenant_id, invitation_id, organization_role_id),
  foreign key (tenant_id, invitation_id) references organization_invitations on delete cascade,
  foreign key (tenant_id, organization_role_id) references organization_roles on delete cascade
);
create index organization_invitation_roles_role on organization_invitation_roles (tenant_id, organization_role_id);
select protect('organization_invitation_roles');

-- The search of organizations, and that of the members of one: like search_users, with LIKE behind the tenant's condition.
create function search_organizations(pattern text, page_size bigint, page_offset bigint)
  returns table (id text, total bigint)
  language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
declare
  tenant constant text := current_setting('gatehouse.tenant', true);
begin
  return query execute format($q$
    with found as materialized (
      select o.id, o.created_at from organizations o
      where o.tenant_id = %L and (o.id ilike %L or o.name ilike %L))
    select f.id, (select count(*) from found) from found f order by f.created_at, f.id limit %s offset %s
    $q$, tenant, pattern, pattern, page_size, page_offset);
end $$;

create function search_organization_users(organization text, pattern text, role text, page_size bigint, page_offset bigint)
  returns table (id text, total bigint)
  language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
declare
  tenant constant text := current_setting('gatehouse.tenant', true);
  matches text := '';
  holds text := '';
begin
  if pattern is not null then
    matches := format('and (u.id ilike %1$L or u.primary_email ilike %1$L or u.primary_phone ilike %1$L
                            or u.username ilike %1$L or u.name ilike %1$L)', pattern);
  end if;
  if role is not null then
    holds := format('and exists (select from organization_user_roles r
      where r.tenant_id = %L and r.organization_id = %L and r.user_id = u.id and r.organization_role_id = %L)', tenant, organization, role);
  end if;
  return query execute format($q$
    with found as materialized (
      select u.id from organization_users m join users u on u.tenant_id = m.tenant_id and u.id = m.user_id
      where m.tenant_id = %L and m.organization_id = %L %s %s)
    select f.id, (select count(*) from found) from found f order by f.id limit %s offset %s
    $q$, tenant, organization, matches, holds, page_size, page_offset);
end $$;

revoke execute on function search_organizations, search_organization_users from public;
grant execute on function search_organizations, search_organization_users to gatehouse_app;
grant create on schema public to gatehouse_job;
alter function search_organizations owner to gatehouse_job;
alter function search_organization_users owner to gatehouse_job;
revoke create on schema public from gatehouse_job;

-- Searching people leaves out the members of an organization too.
drop function search_users(jsonb, boolean, boolean, text, bigint, bigint);
create function search_users(conditions jsonb, every boolean, case_sensitive boolean, without_role text, without_organization text,
                             page_size bigint, page_offset bigint)
  returns table (id text, total bigint)
  language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
declare
  tenant constant text := current_setting('gatehouse.tenant', true);
  chosen text;
begin
  select string_agg('(' || one.alternatives || ')', case when every then ' and ' else ' or ' end) into chosen
  from (
    select (select string_agg(user_search_comparison(c.key, c.value, v.given, case_sensitive), ' or ')
            from jsonb_each_text(condition -> 'columns') c,
                 (select array(select jsonb_array_elements_text(condition -> 'values')) as given) v) as alternatives
    from jsonb_array_elements(conditions) condition
  ) one;
  chosen := coalesce('(' || chosen || ')', 'true');
  if without_role is not null then
    chosen := chosen || format(' and not exists (select from user_roles r
      where r.tenant_id = %L and r.user_id = u.id and r.role_id = %L)', tenant, without_role);
  end if;
  if without_organization is not null then
    chosen := chosen || format(' and not exists (select from organization_users m
      where m.tenant_id = %L and m.user_id = u.id and m.organization_id = %L)', tenant, without_organization);
  end if;
  return query execute format($q$
    with found as materialized (select u.id, u.created_at from users u where u.tenant_id = %L and %s)
    select f.id, (select count(*) from found) from found f order by f.created_at desc, f.id limit %s offset %s
    $q$, tenant, chosen, page_size, page_offset);
end $$;
revoke execute on function search_users from public;
grant execute on function search_users to gatehouse_app;
grant create on schema public to gatehouse_job;
alter function search_users owner to gatehouse_job;
revoke create on schema public from gatehouse_job;
