-- Failed attempts of one pool against one target in the last hour, and until when it is locked.
create table lockouts (
  tenant_id text not null references tenants on delete cascade,
  target_type text not null check (target_type in ('User', 'App')),
  target_hash text not null,
  pool text not null,
  failures timestamptz[] not null,
  locked_until timestamptz,
  expires_at timestamptz not null,
  primary key (tenant_id, target_hash, target_type, pool)
);
create index lockouts_expires_at on lockouts (expires_at);
select protect('lockouts');

-- Failed attempts from one network: an IPv4 address or an IPv6 /64.
create table network_failures (
  tenant_id text not null references tenants on delete cascade,
  network text not null,
  failures int not null,
  since timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, network)
);
create index network_failures_expires_at on network_failures (expires_at);
select protect('network_failures');

-- When messages went to one recipient lately.
create table message_sends (
  tenant_id text not null references tenants on delete cascade,
  recipient_hash text not null,
  sends timestamptz[] not null,
  expires_at timestamptz not null,
  primary key (tenant_id, recipient_hash)
);
create index message_sends_expires_at on message_sends (expires_at);
select protect('message_sends');
