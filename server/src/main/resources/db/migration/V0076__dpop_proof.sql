-- Proofs of possession that were shown: each is good once.
create table dpop_proofs (
  tenant_id text not null references tenants on delete cascade,
  hash bytea not null,
  expires_at timestamptz not null,
  primary key (tenant_id, hash)
);
create index dpop_proofs_expires_at on dpop_proofs (expires_at);
select protect('dpop_proofs');
