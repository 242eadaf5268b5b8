-- Work in the background, one row a job. Whoever holds the lease runs it; nobody but the role of jobs sees the table.
create table jobs (
  name text primary key,
  due_at timestamptz not null,
  lease_owner text,
  lease_until timestamptz,
  started_at timestamptz,
  finished_at timestamptz,
  failures integer not null default 0,
  last_error text
);
revoke all on jobs from gatehouse_app;

-- Tenants come and go by the owner's hand.
revoke insert, update, delete on tenants from gatehouse_app;
