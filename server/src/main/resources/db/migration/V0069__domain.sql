-- Host names of a tenant's own. Of all tenants one may be served under a name: the statement that activates sees to it.
create table domains (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  domain varchar(256) not null,
  status text not null check (status in ('PendingVerification', 'PendingSsl', 'Active', 'Error')),
  error_message varchar(1024),
  dns_records jsonb not null,
  verification_files jsonb not null default '[]',
  token text not null,
  created_at timestamptz not null,
  checked_at timestamptz not null,
  primary key (tenant_id, id),
  unique (tenant_id, domain)
);
select protect('domains');
