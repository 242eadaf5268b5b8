-- What people have proved lately, to change their own account: the password, an address, an account at a provider.
create table account_verifications (
  tenant_id text not null,
  id text not null,
  user_id text not null,
  type text not null,
  verified boolean not null,
  address text,
  template text,
  connector_id text,
  session jsonb,
  user_info jsonb,
  tokens text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index account_verifications_expires_at on account_verifications (expires_at);
create index account_verifications_user on account_verifications (tenant_id, user_id);
select protect('account_verifications');
