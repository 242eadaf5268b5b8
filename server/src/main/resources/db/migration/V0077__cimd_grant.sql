-- Grants of clients that nobody has registered: their client id is an address, and there is no application to die with.
alter table grants drop constraint grants_tenant_id_application_id_fkey;
alter table grants add column registered_application_id text
  generated always as (case when application_id like 'https://%' then null else application_id end) stored;
alter table grants add constraint grants_registered_application
  foreign key (tenant_id, registered_application_id) references applications (tenant_id, id) on delete cascade;

-- A pushed request lives for a minute; one of a deleted application is of no use, since nobody can ask with it.
alter table pushed_requests drop constraint pushed_requests_tenant_id_application_id_fkey;
