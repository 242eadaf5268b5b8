-- What a person's roles give at the named resources: indicator -> names, space separated. Roles in organizations count: in all
-- of them, or in the named one only. The reserved resource has every scope of the organization template.
create function user_scopes(tenant text, person text, indicators text[], organization text) returns jsonb
  language sql stable as $$
  select coalesce(jsonb_object_agg(granted.indicator, granted.names), '{}')
  from (
    select r.indicator, string_agg(distinct s.name, ' ' order by s.name) as names
    from (
      select rs.scope_id
      from user_roles ur join role_scopes rs on rs.tenant_id = ur.tenant_id and rs.role_id = ur.role_id
      where ur.tenant_id = tenant and ur.user_id = person
      union all
      select rs.scope_id
      from organization_users m
        join organization_user_roles h on h.tenant_id = m.tenant_id and h.organization_id = m.organization_id and h.user_id = m.user_id
        join organization_role_resource_scopes rs on rs.tenant_id = h.tenant_id and rs.organization_role_id = h.organization_role_id
      where m.tenant_id = tenant and m.user_id = person and (organization is null or m.organization_id = organization)
    ) held
      join scopes s on s.tenant_id = tenant and s.id = held.scope_id
      join resources r on r.tenant_id = s.tenant_id and r.id = s.resource_id
    where r.indicator = any (indicators)
    group by r.indicator
    union all
    select 'urn:logto:resource:organizations', string_agg(s.name, ' ' order by s.name)
    from organization_scopes s
    where s.tenant_id = tenant and 'urn:logto:resource:organizations' = any (indicators)
    having count(*) > 0
  ) granted
$$;
create or replace function user_scopes(tenant text, person text, indicators text[]) returns jsonb
  language sql stable as $$ select user_scopes(tenant, person, indicators, null) $$;

-- What a person may do in an organization: names, space separated.
create function organization_user_scopes(tenant text, organization text, person text) returns text
  language sql stable as $$
  select coalesce(string_agg(distinct s.name, ' ' order by s.name), '')
  from organization_user_roles h
    join organization_role_scopes g on g.tenant_id = h.tenant_id and g.organization_role_id = h.organization_role_id
    join organization_scopes s on s.tenant_id = g.tenant_id and s.id = g.organization_scope_id
  where h.tenant_id = tenant and h.organization_id = organization and h.user_id = person
$$;

-- Where a person belongs, for claims: {"organizations": [{"id", "name", "description"}], "roles": ["<organization>:<role>"]}.
create function user_memberships(tenant text, person text) returns json
  language sql stable as $$
  select json_build_object(
    'organizations', (
      select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'description', o.description) order by o.created_at, o.id), '[]')
      from organization_users m join organizations o on o.tenant_id = m.tenant_id and o.id = m.organization_id
      where m.tenant_id = tenant and m.user_id = person),
    'roles', (
      select coalesce(json_agg(h.organization_id || ':' || r.name order by h.organization_id, r.name), '[]')
      from organization_users m
        join organization_user_roles h on h.tenant_id = m.tenant_id and h.organization_id = m.organization_id and h.user_id = m.user_id
        join organization_roles r on r.tenant_id = h.tenant_id and r.id = h.organization_role_id
      where m.tenant_id = tenant and m.user_id = person))
$$;

-- Why a person gets no token for an organization; null when they get one. An application of somebody else's is named.
create function organization_refusal(tenant text, organization text, person text, application text) returns text
  language sql stable as $$
  select case
    when not exists (
      select from organization_users m
      where m.tenant_id = tenant and m.organization_id = organization and m.user_id = person) then 'MEMBER'
    when application is not null then 'CONSENT' -- nobody can agree to that yet
    when (select o.is_mfa_required from organizations o where o.tenant_id = tenant and o.id = organization)
      then 'FACTOR' -- nobody has a second factor yet
    end
$$;
