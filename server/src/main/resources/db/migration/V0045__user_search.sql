-- Searching people. Row-level security lets only leakproof operators use an index, and LIKE is not one: so the search is
-- one function that works as the role of the cross-tenant jobs, whose own policy hides nothing, and puts the tenant first itself.
-- It answers ids only; the rows are read by the caller, as the caller.
create extension if not exists pg_trgm;
create index users_search on users using gin
  (name gin_trgm_ops, username gin_trgm_ops, primary_email gin_trgm_ops, primary_phone gin_trgm_ops, id gin_trgm_ops);

-- One comparison as SQL. The column is one of ours, checked here; the values are quoted.
create function user_search_comparison(field text, mode text, given text[], case_sensitive boolean) returns text
  language plpgsql immutable as $$
begin
  if field <> all (array['id', 'primary_email', 'primary_phone', 'username', 'name']) then
    raise exception 'not a field of the search: %', field;
  end if;
  return case mode
    when 'LIKE' then format(case when case_sensitive then 'u.%I like %L' else 'u.%I ilike %L' end, field, given[1])
    when 'SIMILAR_TO' then format('u.%I similar to %L', field, given[1])
    when 'POSIX' then format(case when case_sensitive then 'u.%I ~ %L' else 'u.%I ~* %L' end, field, given[1])
    else case when case_sensitive then format('u.%I = any (%L::text[])', field, given)
         else format('lower(u.%I) = any (%L::text[])', field, array(select lower(one) from unnest(given) one)) end
  end;
end $$;

-- The ids of a page of the people who match, newest first, each with the total. Conditions:
-- [{"columns": {"name": "LIKE", …}, "values": ["%anne%"]}, …]; a person matches a condition when any of its columns does.
create function search_users(conditions jsonb, every boolean, case_sensitive boolean, without_role text, page_size bigint, page_offset bigint)
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
  return query execute format($q$
    with found as materialized (
      select u.id, u.created_at from users u
      where u.tenant_id = %L and (%s) and (%L is null or not exists (
        select from user_roles r where r.tenant_id = %L and r.user_id = u.id and r.role_id = %L)))
    select f.id, (select count(*) from found) from found f order by f.created_at desc, f.id limit %s offset %s
    $q$, tenant, coalesce(chosen, 'true'), without_role, tenant, without_role, page_size, page_offset);
end $$;
revoke execute on function search_users from public;
grant execute on function search_users to gatehouse_app;
grant create on schema public to gatehouse_job;
alter function search_users owner to gatehouse_job;
revoke create on schema public from gatehouse_job;
