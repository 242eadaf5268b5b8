-- The scopes that a person's roles give at the named resources: indicator -> names, space separated.
create function user_scopes(tenant text, person text, indicators text[]) returns jsonb
  language sql stable as $$
  select coalesce(jsonb_object_agg(granted.indicator, granted.names), '{}')
  from (
    select r.indicator, string_agg(distinct s.name, ' ' order by s.name) as names
    from user_roles ur
      join role_scopes rs on rs.tenant_id = ur.tenant_id and rs.role_id = ur.role_id
      join scopes s on s.tenant_id = rs.tenant_id and s.id = rs.scope_id
      join resources r on r.tenant_id = s.tenant_id and r.id = s.resource_id
    where ur.tenant_id = tenant and ur.user_id = person and r.indicator = any (indicators)
    group by r.indicator
  ) granted
$$;

-- The names of a person's roles.
create function user_role_names(tenant text, person text) returns text[]
  language sql stable as $$
  select coalesce(array_agg(r.name order by r.name), '{}')
  from user_roles ur join roles r on r.tenant_id = ur.tenant_id and r.id = ur.role_id
  where ur.tenant_id = tenant and ur.user_id = person
$$;
