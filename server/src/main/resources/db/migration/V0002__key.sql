-- Keys that sign tokens. A ring is one line of succession (next, current, previous); the default ring is the one the API shows.
create table signing_keys (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  ring text not null default 'default',
  kid text not null,
  algorithm text not null,
  status text not null check (status in ('Next', 'Current', 'Previous')),
  private_key bytea not null,
  public_jwk jsonb not null,
  created_at timestamptz not null,
  effective_at timestamptz,
  primary key (tenant_id, id)
);
create unique index signing_keys_status on signing_keys (tenant_id, ring, status);
select protect('signing_keys');
