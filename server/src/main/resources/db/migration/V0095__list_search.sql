-- Searches that cost the same among a million people: equality and beginnings go by trees, and what many have in common is left
-- out of what the trigrams are asked. For each key that all people share, the trigram index reads a block for each candidate.

-- What people have not, costs nothing here; a sign-in changes none of it.
create index users_name_start on users (tenant_id, lower(name) text_pattern_ops) where name is not null;
create index users_username_start on users (tenant_id, lower(username) text_pattern_ops) where username is not null;
create index users_phone_start on users (tenant_id, primary_phone text_pattern_ops) where primary_phone is not null;

-- One value as SQL, case aside or not. Where no tree helps, the trigrams of the middle do: those of the ends many have.
create or replace function user_equality(field text, given text, case_sensitive boolean) returns text
  language plpgsql immutable as $$
declare
  equality constant text := case
    when case_sensitive then format('u.%I = %L', field, given)
    else format('lower(u.%I) = %L', field, lower(given)) end;
begin
  return case
    when field in ('name', 'username') then format('(lower(u.%I) = %L and %s)', field, lower(given), equality)
    when field = 'primary_phone' then format('(u.primary_phone = %L and %s)', given, equality)
    when field = 'id' and case_sensitive then equality
    when field = 'primary_email' and given ~ '^[\x21-\x7e]*$' then format('(u.email_key = %L and %s)', lower(given), equality)
    else format('(u.%I ilike %L and %s)', field, '%' || regexp_replace(given, '([\\%_])', '\\\1', 'g') || '%', equality) end;
end $$;

-- What a pattern begins with before its first wildcard, with its escapes.
create function pattern_start(pattern text) returns text
  language sql immutable as $$ select substring(pattern from '^(?:[^\\%_]|\\.)*') $$;

-- A pattern as SQL. Of an address its domain is what others have too, so that what stands before it is looked for. What is only a
-- beginning goes by a tree alone: the planner may not know how few begin so, as LIKE is not leakproof.
create function user_likeness(field text, pattern text, case_sensitive boolean) returns text
  language plpgsql immutable as $$
declare
  operator constant text := case when case_sensitive then 'like' else 'ilike' end;
  local constant text := split_part(pattern, '@', 1);
  start constant text := pattern_start(pattern);
  whole constant text := format('(u.%I || '''') %s %L', field, operator, pattern);
begin
  if pattern = start || '%' and length(start) > 2 and (field <> 'primary_email' or start ~ '^[\x21-\x7e]*$') and field <> 'id' then
    return format('(%s like %L and %s)',
      case field when 'primary_email' then 'u.email_key' when 'primary_phone' then 'u.primary_phone' else format('lower(u.%I)', field) end,
      case field when 'primary_phone' then pattern else lower(pattern) end,
      whole);
  elsif local <> pattern and local ~ '[[:alnum:]]{3}' and local !~ '\\$' then
    return format('(u.%I %s %L and %s)', field, operator, local || '%', whole);
  end if;
  return format('(u.%I %s %L)', field, operator, pattern);
end $$;

-- One comparison as SQL. The column is one of ours, checked here; the values are quoted.
create or replace function user_search_comparison(field text, mode text, given text[], case_sensitive boolean) returns text
  language plpgsql immutable as $$
begin
  if field <> all (array['id', 'primary_email', 'primary_phone', 'username', 'name']) then
    raise exception 'not a field of the search: %', field;
  end if;
  return case mode
    when 'LIKE' then user_likeness(field, given[1], case_sensitive)
    when 'SIMILAR_TO' then format('u.%I similar to %L', field, given[1])
    when 'POSIX' then format(case when case_sensitive then 'u.%I ~ %L' else 'u.%I ~* %L' end, field, given[1])
    else (select '(' || string_agg(user_equality(field, one, case_sensitive), ' or ') || ')' from unnest(given) one) end;
end $$;

-- Who is in none of a few rows is found by reading the few; of many, one by one.
create function not_among(noun text, holders text) returns text
  language sql stable as $$
  select case when total_of(noun) <= 1000
    then format('u.id not in (select h.user_id from %s limit 2000)', holders)
    else format('not exists (select from %s and h.user_id = u.id)', holders) end
$$;

-- When each person last signed in, beside the people: in an index there, each sign-in would be written into all of their indexes.
-- With when they came, which orders the list.
create table user_sign_ins (
  tenant_id text not null,
  user_id text not null,
  at timestamptz not null,
  created_at timestamptz not null,
  constraint user_sign_ins_pkey primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users (tenant_id, id) on delete cascade
);
insert into user_sign_ins (tenant_id, user_id, at, created_at)
  select tenant_id, id, last_sign_in_at, created_at from users where last_sign_in_at is not null;
create index user_sign_ins_at on user_sign_ins (tenant_id, at, created_at, user_id);
select protect('user_sign_ins');

create function users_came() returns trigger language plpgsql as $$
begin
  insert into user_sign_ins (tenant_id, user_id, at, created_at)
    select tenant_id, id, last_sign_in_at, created_at from changed where last_sign_in_at is not null;
  return null;
end $$;
create trigger users_came after insert on users referencing new table as changed
  for each statement execute function users_came();
create function user_signed_in() returns trigger language plpgsql as $$
begin
  insert into user_sign_ins (tenant_id, user_id, at, created_at)
    values (new.tenant_id, new.id, new.last_sign_in_at, new.created_at)
    on conflict (tenant_id, user_id) do update set at = excluded.at;
  return null;
end $$;
create trigger user_signed_in after update of last_sign_in_at on users
  for each row when (new.last_sign_in_at is distinct from old.last_sign_in_at and new.last_sign_in_at is not null)
  execute function user_signed_in();

-- Who signed in within the bounds of the filters.
create function sign_ins_within(tenant text, filters jsonb) returns text
  language plpgsql immutable as $$
begin
  return format('user_sign_ins s where s.tenant_id = %L', tenant)
    || case when filters ? 'signedInFrom' then format(' and s.at >= %L::timestamptz', filters ->> 'signedInFrom') else '' end
    || case when filters ? 'signedInUntil' then format(' and s.at < %L::timestamptz', filters ->> 'signedInUntil') else '' end;
end $$;

-- One filter as SQL.
drop function user_filter(text, text, text);
create function user_filter(tenant text, filter text, value text) returns text
  language plpgsql stable as $$
begin
  return case filter
    when 'withoutRole' then not_among('user_roles:' || value,
      format('user_roles h where h.tenant_id = %L and h.role_id = %L', tenant, value))
    when 'withoutOrganization' then not_among('organization_users:' || value,
      format('organization_users h where h.tenant_id = %L and h.organization_id = %L', tenant, value))
    when 'role' then format('u.id in (select r.user_id from user_roles r where r.tenant_id = %L and r.role_id = %L)', tenant, value)
    when 'suspended' then format('u.is_suspended = %L::boolean', value)
    when 'createdFrom' then format('u.created_at >= %L::timestamptz', value)
    when 'createdUntil' then format('u.created_at < %L::timestamptz', value)
    when 'signedInFrom' then format('u.last_sign_in_at >= %L::timestamptz', value)
    when 'signedInUntil' then format('u.last_sign_in_at < %L::timestamptz', value)
  end;
end $$;

-- As before; and where the counter says that nobody is left, nobody is looked for.
create or replace function search_users(conditions jsonb, every boolean, case_sensitive boolean, filters jsonb, most bigint,
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
  elsif names <@ array['signedInFrom', 'signedInUntil'] then
    execute format('select count(*) from (select from %s limit %s) as part', sign_ins_within(tenant, filters), most + 1) into counted;
    -- Few are put in order; of many, the newest people have some soon.
    if counted <= most then
      return query execute format('select s.user_id, %s::bigint from %s order by s.created_at desc, s.user_id limit %s offset %s',
                                  counted, sign_ins_within(tenant, filters), page_size, page_offset);
      return;
    end if;
  else
    execute format('select count(*) from (select from users u where u.tenant_id = %L and %s limit %s) as part',
                   tenant, coalesce(filtered, 'true'), most + 1) into counted;
  end if;
  if counted > page_offset then
    return query execute format($q$
      select u.id, %s::bigint from users u where u.tenant_id = %L and %s
      order by u.created_at desc, u.id limit %s offset %s
      $q$, counted, tenant, coalesce(filtered, 'true'), page_size, page_offset);
  end if;
end $$;

-- The members of an organization, by their ids; a text is looked for as it is in the list of people.
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
  select '(' || string_agg(user_likeness(field, pattern, false), ' or ') || ')' into matches
  from unnest(array['id', 'primary_email', 'primary_phone', 'username', 'name']) field;
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

-- Twelve letters of a name find few enough: each further trigram would only be one more look-up.
create or replace function search_organizations(pattern text, page_size bigint, page_offset bigint)
  returns table (id text, total bigint)
  language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
declare
  tenant constant text := current_setting('gatehouse.tenant', true);
  begun constant text := case when length(pattern) > 14 then rtrim(left(pattern, 13), '\') || '%' else pattern end;
begin
  return query execute format($q$
    with found as materialized (
      select o.id, o.created_at from organizations o
      where o.tenant_id = %1$L and (o.id ilike %2$L and (o.id || '') ilike %3$L or o.name ilike %2$L and (o.name || '') ilike %3$L))
    select f.id, (select count(*) from found) from found f order by f.created_at, f.id limit %4$s offset %5$s
    $q$, tenant, begun, pattern, page_size, page_offset);
end $$;

-- How many one-time tokens there are.
select counted('one_time_tokens');
insert into counts (tenant_id, noun, total) select tenant_id, 'one_time_tokens', count(*) from one_time_tokens group by tenant_id;

-- Of a role that is not known beforehand, the planner is to expect that few have it: else it looks for its first three people among all.
alter table user_roles alter column role_id set (n_distinct = 1000);

-- Deliveries that failed are few among those that did not.
create index hook_deliveries_failed on hook_deliveries (tenant_id, hook_id, sequence desc)
  where ended_at is not null and not delivered;

-- The planner knows how many share a value of an expression once it has looked.
analyze users, user_sign_ins, user_roles;
