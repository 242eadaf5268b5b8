-- Who owns a row. The owner of the schema migrates; the server works as gatehouse_app, which owns nothing and cannot skip
-- row-level security; jobs that look across tenants work as gatehouse_job.
do $$
begin
  if not exists (select from pg_roles where rolname = 'gatehouse_app') then
    create role gatehouse_app nologin nosuperuser nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'gatehouse_job') then
    create role gatehouse_job nologin nosuperuser nobypassrls;
  end if;
exception when duplicate_object or unique_violation then
  null; -- another node of the cluster made them in the same moment
end $$;
grant gatehouse_app, gatehouse_job to current_user;

alter default privileges in schema public grant select, insert, update, delete on tables to gatehouse_app, gatehouse_job;
alter default privileges in schema public grant usage, select on sequences to gatehouse_app, gatehouse_job;
grant usage on schema public to gatehouse_app, gatehouse_job;

-- Puts a tenant-owned table behind row-level security. Every such table calls it in the migration that creates it.
create function protect(owned regclass) returns void
  language plpgsql as $$
begin
  execute format('alter table %s enable row level security', owned);
  execute format('alter table %s force row level security', owned);
  execute format($p$create policy tenant on %s using (tenant_id = current_setting('gatehouse.tenant', true))$p$, owned);
  execute format('create policy job on %s to gatehouse_job using (true) with check (true)', owned);
end $$;

create table tenants (
  id text primary key check (length(id) between 1 and 21),
  tag text not null default 'development' check (tag in ('development', 'production')),
  created_at timestamptz not null
);

-- Settings of a tenant, one row a key; the value's shape belongs to the noun that reads it.
create table configs (
  tenant_id text not null references tenants on delete cascade,
  key text not null check (length(key) between 1 and 256),
  value jsonb not null,
  primary key (tenant_id, key)
);
select protect('configs');
