-- When an administrator has last proved again who they are: what a new password of their own asks for.
create table me_proofs (
  tenant_id text not null,
  user_id text not null,
  proved_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, user_id),
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index me_proofs_expires_at on me_proofs (expires_at);
select protect('me_proofs');

-- Administrators on their way to a provider and back, to link their account there.
create table me_trips (
  tenant_id text not null,
  user_id text not null,
  state_hash bytea not null,
  connector_id text not null,
  session jsonb not null,
  expires_at timestamptz not null,
  primary key (tenant_id, user_id, state_hash),
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index me_trips_expires_at on me_trips (expires_at);
select protect('me_trips');
