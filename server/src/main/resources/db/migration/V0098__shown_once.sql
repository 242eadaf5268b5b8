-- What counts once and was shown: assertions of clients and proofs of possession.
create table shown_once (
  tenant_id text not null,
  hash bytea not null, -- SHA-256 of the tenant, what it is, whose, and its id
  expires_at timestamptz not null,
  primary key (tenant_id, hash)
);
create index shown_once_expires_at on shown_once (expires_at);
select protect('shown_once');

-- Assertions may live for a day: what was shown before the upgrade still counts. Proofs live for a minute.
set local role gatehouse_job;
insert into shown_once (tenant_id, hash, expires_at)
select tenant_id, sha256(convert_to(tenant_id || ' assertion ' || application_id || ' ' || encode(hash, 'hex'), 'UTF8')), expires_at
from client_assertions where expires_at > now()
on conflict do nothing;
set local role none;
drop table client_assertions, dpop_proofs;

-- The node that decides from its memory what was shown before; nobody while the table decides.
create table sole_node (
  node text primary key
);
