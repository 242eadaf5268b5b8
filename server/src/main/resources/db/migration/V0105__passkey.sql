-- Whether a passkey can be copied to other devices, which never changes, and whether it was when last seen.
alter table user_mfa_factors
  add column backup_eligible boolean,
  add column backed_up boolean;

-- What browsers were asked to sign, until they answer: at most one of a purpose in an interaction, and each for one answer.
create table passkey_challenges (
  tenant_id text not null references tenants on delete cascade,
  interaction_hash bytea not null,
  purpose text not null check (purpose in ('registration', 'authentication', 'sign-in', 'preflight')),
  record_id text not null, -- the proof that the answer will complete; empty where there is none yet
  challenge text not null,
  relying_party text not null,
  expires_at timestamptz not null,
  primary key (tenant_id, interaction_hash, purpose)
);
create index passkey_challenges_expires_at on passkey_challenges (expires_at);
select protect('passkey_challenges');
