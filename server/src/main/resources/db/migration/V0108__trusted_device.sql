-- Browsers that stand in for their owner's second step until they expire. The browser holds the secret in a cookie.
create table trusted_devices (
  tenant_id text not null,
  id text not null,
  user_id text not null,
  secret_hash bytea not null,
  user_agent text,
  country text,
  city text,
  created_at timestamptz not null, -- when the second step was proved
  last_used_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  constraint trusted_devices_secret unique (tenant_id, secret_hash),
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index trusted_devices_user on trusted_devices (tenant_id, user_id, created_at);
create index trusted_devices_expires_at on trusted_devices (expires_at);
select protect('trusted_devices');
