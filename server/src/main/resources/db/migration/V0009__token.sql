-- Codes and opaque tokens, by the SHA-256 of their value. All are valid only through their grant.
create table authorization_codes (
  tenant_id text not null,
  hash bytea not null,
  grant_id text not null,
  session_id text,
  application_id text not null,
  redirect_uri text not null,
  code_challenge text,
  request jsonb not null, -- the validated authorization request
  scope text not null,
  auth_time timestamptz not null,
  amr jsonb not null default '[]',
  acr text,
  cnf jsonb,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  redeemed_at timestamptz,
  primary key (tenant_id, hash),
  foreign key (tenant_id, grant_id) references grants on delete cascade
);
create index authorization_codes_grant on authorization_codes (tenant_id, grant_id);
create index authorization_codes_expires_at on authorization_codes (expires_at);
select protect('authorization_codes');

create table access_tokens (
  tenant_id text not null,
  hash bytea not null,
  grant_id text not null,
  session_id text, -- set when the token ends with the session
  application_id text not null,
  scope text not null,
  resources jsonb not null default '[]',
  organization_id text,
  claims_request jsonb,
  cnf jsonb,
  authorization_details jsonb,
  extra jsonb not null default '{}',
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, hash),
  foreign key (tenant_id, grant_id) references grants on delete cascade
);
create index access_tokens_grant on access_tokens (tenant_id, grant_id);
create index access_tokens_expires_at on access_tokens (expires_at);
select protect('access_tokens');

create table refresh_tokens (
  tenant_id text not null,
  hash bytea not null,
  grant_id text not null,
  session_id text, -- set when the token ends with the session
  application_id text not null,
  scope text not null,
  resources jsonb not null default '[]',
  organization_id text,
  claims_request jsonb,
  cnf jsonb,
  authorization_details jsonb,
  nonce text,
  auth_time timestamptz not null,
  amr jsonb not null default '[]',
  acr text,
  with_auth_time boolean not null default false,
  first_issued_at timestamptz not null, -- of the first token of this line of rotations
  created_at timestamptz not null,
  expires_at timestamptz not null,
  consumed_at timestamptz,
  primary key (tenant_id, hash),
  foreign key (tenant_id, grant_id) references grants on delete cascade
);
create index refresh_tokens_grant on refresh_tokens (tenant_id, grant_id);
create index refresh_tokens_expires_at on refresh_tokens (expires_at);
select protect('refresh_tokens');
