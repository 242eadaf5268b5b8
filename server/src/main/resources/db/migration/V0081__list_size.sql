-- Lists of a tenant with a million people: totals that counters know are not counted, and what has to be counted stops early.

-- How many people have a role: the noun of the counter is 'user_roles:' and the role's id. It ends with the role.
create function holders_added() returns trigger language plpgsql as $$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select tenant_id, 'user_roles:' || role_id, count(*) from changed group by tenant_id, role_id;
  return null;
end $$;
create function holders_removed() returns trigger language plpgsql as $$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select c.tenant_id, 'user_roles:' || c.role_id, -count(*) from changed c
    where exists (select from roles r where r.tenant_id = c.tenant_id and r.id = c.role_id)
    group by c.tenant_id, c.role_id;
  return null;
end $$;
create function role_uncounted() returns trigger language plpgsql as $$
begin
  delete from counts c using changed r where c.tenant_id = r.tenant_id and c.noun = 'user_roles:' || r.id;
  delete from count_deltas c using changed r where c.tenant_id = r.tenant_id and c.noun = 'user_roles:' || r.id;
  return null;
end $$;
create trigger holders_added after insert on user_roles referencing new table as changed
  for each statement execute function holders_added();
create trigger holders_removed after delete on user_roles referencing old table as changed
  for each statement execute function holders_removed();
create trigger role_uncounted after delete on roles referencing old table as changed
  for each statement execute function role_uncounted();
insert into counts (tenant_id, noun, total)
  select tenant_id, 'user_roles:' || role_id, count(*) from user_roles group by tenant_id, role_id;

-- The same for the people who have a role in an organization: 'organization_user_roles:', the organization, ':', the role.
create function member_roles_added() returns trigger language plpgsql as $$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select tenant_id, 'organization_user_roles:' || organization_id || ':' || organization_role_id, count(*)
    from changed group by tenant_id, organization_id, organization_role_id;
  return null;
end $$;
create function member_roles_removed() returns trigger language plpgsql as $$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select c.tenant_id, 'organization_user_roles:' || c.organization_id || ':' || c.organization_role_id, -count(*) from changed c
    where exists (select from organizations o where o.tenant_id = c.tenant_id and o.id = c.organization_id)
      and exists (select from organization_roles r where r.tenant_id = c.tenant_id and r.id = c.organization_role_id)
    group by c.tenant_id, c.organization_id, c.organization_role_id;
  return null;
end $$;
create function member_roles_uncounted() returns trigger language plpgsql as $$
declare
  gone text[];
begin
  if tg_table_name = 'organizations' then
    select array_agg('organization_user_roles:' || o.id || ':' || r.id) into gone
    from changed o join organization_roles r on r.tenant_id = o.tenant_id;
  else
    select array_agg('organization_user_roles:' || o.id || ':' || r.id) into gone
    from changed r join organizations o on o.tenant_id = r.tenant_id;
  end if;
  delete from counts c where c.tenant_id in (select tenant_id from changed) and c.noun = any (gone);
  delete from count_deltas c where c.tenant_id in (select tenant_id from changed) and c.noun = any (gone);
  return null;
end $$;
create trigger member_roles_added after insert on organization_user_roles referencing new table as changed
  for each statement execute function member_roles_added();
create trigger member_roles_removed after delete on organization_user_roles referencing old table as changed
  for each statement execute function member_roles_removed();
create trigger member_roles_uncounted after delete on organizations referencing old table as changed
  for each statement execute function member_roles_uncounted();
create trigger member_roles_uncounted after delete on organization_roles referencing old table as changed
  for each statement execute function member_roles_uncounted();
insert into counts (tenant_id, noun, total)
  select tenant_id, 'organization_user_roles:' || organization_id || ':' || organization_role_id, count(*)
  from organization_user_roles group by tenant_id, organization_id, organization_role_id;

create index users_suspended on users (tenant_id, created_at desc, id) where is_suspended;

-- One comparison as SQL. The column is one of ours, checked here; the values are quoted. Equality is written so that the trigrams serve it.
create or replace function user_search_comparison(field text, mode text, given text[], case_sensitive boolean) returns text
  language plpgsql immutable as $$
begin
  if field <> all (array['id', 'primary_email', 'primary_phone', 'username', 'name']) then
    raise exception 'not a field of the search: %', field;
  end if;
  return case mode
    when 'LIKE' then format(case when case_sensitive then 'u.%I like %L' else 'u.%I ilike %L' end, field, given[1])
    when 'SIMILAR_TO' then format('u.%I similar to %L', field, given[1])
    when 'POSIX' then format(case when case_sensitive then 'u.%I ~ %L' else 'u.%I ~* %L' end, field, given[1])
    else (select '(' || string_agg(
            case when case_sensitive then format('u.%I = %L', field, one)
            else format('u.%I ilike %L', field, regexp_replace(one, '([\\%_])', '\\\1', 'g')) end, ' or ') || ')'
          from unnest(given) one) end;
end $$;

-- The ids of a page of the people who match, newest first, each with the total. Conditions:
-- [{"columns": {"name": "LIKE", …}, "values": ["%anne%"]}, …]; a person matches a condition when any of its columns does.
-- Filters: {"role": "…", "suspended": "true", …}; all of them must hold.
-- A search is counted exactly; one filter by role or organization alone is a counter's; other filters count to one above most.
drop function search_users(jsonb, boolean, boolean, jsonb, bigint, bigint);
create function search_users(conditions jsonb, every boolean, case_sensitive boolean, filters jsonb, most bigint,
                             page_size bigint, page_offset bigint)
  returns table (id text, total bigint)
  language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
declare
  tenant constant text := current_setting('gatehouse.tenant', true);
  names constant text[] := array(select jsonb_object_keys(filters) order by 1);
  chosen text;
  filtered text;
  counted bigint;
begin
  select string_agg('(' || one.alternatives || ')', case when every then ' and ' else ' or ' end) into chosen
  from (
    select (select string_agg(user_search_comparison(c.key, c.value, v.given, case_sensitive), ' or ')
            from jsonb_each_text(condition -> 'columns') c,
                 (select array(select jsonb_array_elements_text(condition -> 'values')) as given) v) as alternatives
    from jsonb_array_elements(conditions) condition
  ) one;
  select string_agg(user_filter(tenant, f.key, f.value), ' and ') into filtered from jsonb_each_text(filters) f;
  if chosen is not null then
    return query execute format($q$
      with found as materialized (
        select u.id, u.created_at from users u where u.tenant_id = %L and (%s) and %s)
      select f.id, (select count(*) from found) from found f order by f.created_at desc, f.id limit %s offset %s
      $q$, tenant, chosen, coalesce(filtered, 'true'), page_size, page_offset);
    return;
  end if;
  if names = array['role'] then
    counted := total_of('user_roles:' || (filters ->> 'role'));
  elsif names = array['withoutRole'] then
    counted := total_of('users') - total_of('user_roles:' || (filters ->> 'withoutRole'));
  elsif names = array['withoutOrganization'] then
    counted := total_of('users') - total_of('organization_users:' || (filters ->> 'withoutOrganization'));
  else
    execute format('select count(*) from (select from users u where u.tenant_id = %L and %s limit %s) as part',
                   tenant, coalesce(filtered, 'true'), most + 1) into counted;
  end if;
  return query execute format($q$
    select u.id, %s::bigint from users u where u.tenant_id = %L and %s
    order by u.created_at desc, u.id limit %s offset %s
    $q$, counted, tenant, coalesce(filtered, 'true'), page_size, page_offset);
end $$;

-- The members of an organization, by their ids: those who have a role are as many as their counter says.
create or replace function search_organization_users(organization text, pattern text, role text, page_size bigint, page_offset bigint)
  returns table (id text, total bigint)
  language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
declare
  tenant constant text := current_setting('gatehouse.tenant', true);
  matches text;
  holds text := '';
begin
  if pattern is null then
    return query execute format($q$
      select r.user_id, %s::bigint from organization_user_roles r
      where r.tenant_id = %L and r.organization_id = %L and r.organization_role_id = %L
      order by r.user_id limit %s offset %s
      $q$, total_of('organization_user_roles:' || organization || ':' || role), tenant, organization, role, page_size, page_offset);
    return;
  end if;
  if role is not null then
    holds := format('and exists (select from organization_user_roles r
      where r.tenant_id = %L and r.organization_id = %L and r.user_id = u.id and r.organization_role_id = %L)', tenant, organization, role);
  end if;
  matches := format('(u.id ilike %1$L or u.primary_email ilike %1$L or u.primary_phone ilike %1$L
                      or u.username ilike %1$L or u.name ilike %1$L)', pattern);
  -- In a large organization the text finds fewer people than the membership, in a small one more.
  if total_of('organization_users:' || organization) > 1000 then
    return query execute format($q$
      with named as materialized (select u.id from users u where u.tenant_id = %1$L and %3$s),
      found as materialized (
        select u.id from named u where exists (
          select from organization_users m where m.tenant_id = %1$L and m.organization_id = %2$L and m.user_id = u.id) %4$s)
      select f.id, (select count(*) from found) from found f order by f.id limit %5$s offset %6$s
      $q$, tenant, organization, matches, holds, page_size, page_offset);
  else
    return query execute format($q$
      with members as materialized (
        select m.user_id from organization_users m where m.tenant_id = %1$L and m.organization_id = %2$L),
      found as materialized (
        select u.id from members m join users u on u.tenant_id = %1$L and u.id = m.user_id where %3$s %4$s)
      select f.id, (select count(*) from found) from found f order by f.id limit %5$s offset %6$s
      $q$, tenant, organization, matches, holds, page_size, page_offset);
  end if;
end $$;

revoke execute on function search_users from public;
grant execute on function search_users to gatehouse_app;
grant create on schema public to gatehouse_job;
alter function search_users owner to gatehouse_job;
revoke create on schema public from gatehouse_job;

-- Attempts to tell a hook are found by the hook.
alter table logs add column hook_id text;
update logs set hook_id = payload ->> 'hookId' where key like 'TriggerHook.%';
create index logs_hook on logs (tenant_id, hook_id, created_at desc, id desc) where hook_id is not null;
