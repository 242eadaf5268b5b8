-- Tokens that an enterprise's provider handed out for an identity, sealed.
create table sso_token_sets (
  tenant_id text not null,
  id text not null,
  sso_identity_id text not null,
  value bytea not null,
  scope text,
  token_type text,
  has_refresh_token boolean not null,
  issued_at timestamptz not null,
  updated_at timestamptz not null,
  expires_at timestamptz,
  primary key (tenant_id, id),
  constraint sso_token_sets_identity unique (tenant_id, sso_identity_id),
  foreign key (tenant_id, sso_identity_id) references user_sso_identities on delete cascade
);
select protect('sso_token_sets');
