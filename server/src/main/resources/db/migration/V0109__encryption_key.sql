-- Keys that clients encrypt their requests with: of each type one that is published, and the one before it.
create table encryption_keys (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  key_type text not null check (key_type in ('RSA', 'EC')),
  status text not null check (status in ('Current', 'Previous')),
  private_key bytea not null, -- a sealed JWK
  created_at timestamptz not null,
  primary key (tenant_id, id)
);
create unique index encryption_keys_status on encryption_keys (tenant_id, key_type, status);
select protect('encryption_keys');
