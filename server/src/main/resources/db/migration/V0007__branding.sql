-- How a tenant's sign-in looks and works: one row a tenant, the contract's object as one document.
create table sign_in_experiences (
  tenant_id text primary key references tenants on delete cascade,
  value jsonb not null,
  updated_at timestamptz not null
);
select protect('sign_in_experiences');
