-- A person's identities at other providers: target -> userId and details; null for none. Statements that seldom need them call it
-- in a CASE, where a function, unlike a subselect, costs nothing until it is called.
create function user_identities_of(tenant text, person text) returns json
  language sql stable as $$
  select json_object_agg(i.target, json_build_object('userId', i.identity_id, 'details', i.details))
  from user_identities i where i.tenant_id = tenant and i.user_id = person
$$;
