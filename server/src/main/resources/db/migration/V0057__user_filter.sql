-- People are also listed by a role they have, by suspension and by dates. The function takes such filters as one document,
-- so that another filter does not change its signature.
drop function search_users(jsonb, boolean, boolean, text, text, bigint, bigint);

-- One filter as SQL; the values are quoted, unknown filters are an error.
create function user_filter(tenant text, filter text, value text) returns text
  language plpgsql immutable as $$
begin
  return case filter
    when 'withoutRole' then format('not exists (select from user_roles r where r.tenant_id = %L and r.user_id = u.id and r.role_id = %L)', tenant, value)
    when 'withoutOrganization' then format('not exists (select from organization_users m where m.tenant_id = %L and m.user_id = u.id and m.organization_id = %L)', tenant, value)
    when 'role' then format('u.id in (select r.user_id from user_roles r where r.tenant_id = %L and r.role_id = %L)', tenant, value)
    when 'suspended' then format('u.is_suspended = %L::boolean', value)
    when 'createdFrom' then format('u.created_at >= %L::timestamptz', value)
    when 'createdUntil' then format('u.created_at < %L::timestamptz', value)
    when 'signedInFrom' then format('u.last_sign_in_at >= %L::timestamptz', value)
    when 'signedInUntil' then format('u.last_sign_in_at < %L::timestamptz', value)
  end;
end $$;

-- The ids of a page of the people who match, newest first, each with the total. Conditions:
-- [{"columns": {"name": "LIKE", …}, "values": ["%anne%"]}, …]; a person matches a condition when any of its columns does.
-- Filters: {"role": "…", "suspended": "true", …}; all of them must hold.
create function search_users(conditions jsonb, every boolean, case_sensitive boolean, filters jsonb, page_size bigint, page_offset bigint)
  returns table (id text, total bigint)
  language plpgsql stable security definer rows 20 set search_path = public, pg_temp as $$
declare
  tenant constant text := current_setting('gatehouse.tenant', true);
  chosen text;
  filtered text;
begin
  select string_agg('(' || one.alternatives || ')', case when every then ' and ' else ' or ' end) into chosen
  from (
    select (select string_agg(user_search_comparison(c.key, c.value, v.given, case_sensitive), ' or ')
            from jsonb_each_text(condition -> 'columns') c,
                 (select array(select jsonb_array_elements_text(condition -> 'values')) as given) v) as alternatives
    from jsonb_array_elements(conditions) condition
  ) one;
  select string_agg(user_filter(tenant, f.key, f.value), ' and ') into filtered from jsonb_each_text(filters) f;
  return query execute format($q$
    with found as materialized (
      select u.id, u.created_at from users u where u.tenant_id = %L and (%s) and %s)
    select f.id, (select count(*) from found) from found f order by f.created_at desc, f.id limit %s offset %s
    $q$, tenant, coalesce(chosen, 'true'), coalesce(filtered, 'true'), page_size, page_offset);
end $$;
revoke execute on function search_users from public;
grant execute on function search_users to gatehouse_app;
grant create on schema public to gatehouse_job;
alter function search_users owner to gatehouse_job;
revoke create on schema public from gatehouse_job;
create index users_last_sign_in_at on users (tenant_id, last_sign_in_at);
