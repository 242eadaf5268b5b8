-- Whose assertions about people an application may present for tokens.
create table application_trusted_issuers (
  tenant_id text not null,
  application_id text not null,
  id text not null,
  issuer text not null,
  audience text, -- what the assertions may name besides this provider
  jwks jsonb, -- its public keys
  jwks_uri text, -- or where it publishes them
  subject text not null, -- what its subjects are here: 'id', 'email', 'identity'
  target text, -- of which provider they are identities
  created_at timestamptz not null,
  primary key (tenant_id, application_id, id),
  unique (tenant_id, application_id, issuer),
  foreign key (tenant_id, application_id) references applications on delete cascade,
  check ((jwks is null) <> (jwks_uri is null)),
  check ((subject = 'identity') = (target is not null))
);
select protect('application_trusted_issuers');

-- Assertions about people that were used.
create table used_assertions (
  tenant_id text not null references tenants on delete cascade,
  hash bytea not null, -- SHA-256 of issuer and jti
  expires_at timestamptz not null,
  primary key (tenant_id, hash)
);
create index used_assertions_expires_at on used_assertions (expires_at);
select protect('used_assertions');
