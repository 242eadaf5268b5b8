-- The first people who have a role are read from the index, however many have it, or nobody.
create index user_roles_holders on user_roles (tenant_id, role_id, user_id);
drop index user_roles_role;
