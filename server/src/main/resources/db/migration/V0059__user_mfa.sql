-- What a person can show besides a password: authenticator apps, passkeys and security keys, sets of backup codes.
create table user_mfa_factors (
  tenant_id text not null,
  id text not null,
  user_id text not null,
  type text not null check (type in ('Totp', 'WebAuthn', 'BackupCode')),
  name text,
  agent text,
  secret bytea, -- of an authenticator app, sealed
  last_step bigint, -- the time step of the last code that was accepted; none before it counts again
  credential_id bytea,
  public_key bytea, -- COSE
  sign_count bigint,
  transports text[],
  relying_party text, -- the host that the credential was made for
  created_at timestamptz not null,
  last_used_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users on delete cascade,
  constraint user_mfa_factors_credential unique (tenant_id, relying_party, credential_id),
  check ((type = 'Totp') = (secret is not null)),
  check ((type = 'WebAuthn') = (credential_id is not null and public_key is not null))
);
create index user_mfa_factors_user on user_mfa_factors (tenant_id, user_id);
create unique index user_mfa_factors_totp on user_mfa_factors (tenant_id, user_id) where type = 'Totp';
create unique index user_mfa_factors_backup on user_mfa_factors (tenant_id, user_id) where type = 'BackupCode';
select protect('user_mfa_factors');

-- The codes of a set, each good for one use. People may read theirs again, so they are sealed; found by a keyed digest.
create table user_backup_codes (
  tenant_id text not null,
  factor_id text not null,
  position integer not null,
  code bytea not null,
  digest bytea not null,
  used_at timestamptz,
  primary key (tenant_id, factor_id, position),
  foreign key (tenant_id, factor_id) references user_mfa_factors on delete cascade
);
select protect('user_backup_codes');
