-- A person at an enterprise's identity provider, found by (issuer, identity).
create table user_sso_identities (
  tenant_id text not null,
  id text not null,
  user_id text not null,
  sso_connector_id text not null,
  issuer varchar(256) not null,
  identity_id varchar(128) not null,
  detail jsonb not null default '{}',
  created_at timestamptz not null,
  updated_at timestamptz not null,
  primary key (tenant_id, id),
  constraint user_sso_identities_identity unique (tenant_id, issuer, identity_id),
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index user_sso_identities_user on user_sso_identities (tenant_id, user_id);
select protect('user_sso_identities');

-- As the contract shows them.
create function sso_identities_of(tenant text, person text) returns jsonb
  language sql stable as $$
  select coalesce(jsonb_agg(jsonb_build_object(
      'tenantId', s.tenant_id, 'id', s.id, 'userId', s.user_id, 'issuer', s.issuer, 'identityId', s.identity_id,
      'detail', s.detail, 'createdAt', floor(extract(epoch from s.created_at) * 1000)::bigint,
      'updatedAt', floor(extract(epoch from s.updated_at) * 1000)::bigint, 'ssoConnectorId', s.sso_connector_id)
      order by s.created_at, s.id), '[]')
  from user_sso_identities s where s.tenant_id = tenant and s.user_id = person
$$;
