-- A sign-in under way. Changed only with its version in the WHERE, so that double submits and two nodes cannot both win.
create table interactions (
  tenant_id text not null references tenants on delete cascade,
  hash bytea not null, -- SHA-256 of the id in the cookie
  version integer not null default 0,
  application_id text not null,
  session_id text,
  request jsonb not null, -- the validated authorization request
  prompt text not null,
  state jsonb not null default '{}', -- what the person proved and typed so far
  result jsonb,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, hash)
);
create index interactions_expires_at on interactions (expires_at);
select protect('interactions');

-- Codes sent to an address. One unused code an address, type and interaction.
create table verification_codes (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  interaction_hash bytea,
  address_key text not null,
  address_type text not null check (address_type in ('email', 'phone')),
  usage_type text not null,
  code_hash bytea not null,
  tries integer not null default 0,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  consumed_at timestamptz,
  primary key (tenant_id, id)
);
create index verification_codes_address on verification_codes (tenant_id, address_key, usage_type);
create index verification_codes_expires_at on verification_codes (expires_at);
select protect('verification_codes');
