-- What a client shows to be let in when it registers itself.
create table initial_access_tokens (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  name text not null,
  hash bytea not null, -- SHA-256 of the token
  uses_left integer check (uses_left >= 0), -- null for any number
  created_at timestamptz not null,
  expires_at timestamptz,
  primary key (tenant_id, id),
  unique (tenant_id, hash)
);
create index initial_access_tokens_expires_at on initial_access_tokens (expires_at);
select protect('initial_access_tokens');

-- Applications that registered themselves, and what they said of themselves.
create table application_registrations (
  tenant_id text not null,
  application_id text not null,
  token_hash bytea not null, -- SHA-256 of the token that manages the registration
  metadata jsonb not null, -- as it was registered
  created_at timestamptz not null,
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
select protect('application_registrations');

-- When networks registered clients.
create table registration_attempts (
  tenant_id text not null references tenants on delete cascade,
  network text not null,
  attempts timestamptz[] not null,
  expires_at timestamptz not null,
  primary key (tenant_id, network)
);
create index registration_attempts_expires_at on registration_attempts (expires_at);
select protect('registration_attempts');
