-- Where people of an enterprise get to whose sign-in begins at its provider; without a row none begins there.
create table sso_idp_initiated_auths (
  tenant_id text not null,
  connector_id varchar(128) not null,
  default_application_id text not null,
  redirect_uri text,
  auth_parameters jsonb not null default '{}',
  auto_send_authorization_request boolean not null,
  client_idp_initiated_auth_callback_uri text,
  created_at timestamptz not null,
  primary key (tenant_id, connector_id),
  foreign key (tenant_id, connector_id) references sso_connectors on delete cascade,
  foreign key (tenant_id, default_application_id) references applications on delete cascade,
  check (auto_send_authorization_request or client_idp_initiated_auth_callback_uri is not null)
);
create index sso_idp_initiated_auths_application on sso_idp_initiated_auths (tenant_id, default_application_id);
select protect('sso_idp_initiated_auths');

-- Who came from a provider of SAML without having been sent there, until the sign-in takes them up. The row stays as
-- long as the assertion holds, so that it counts once.
create table sso_arrivals (
  tenant_id text not null,
  connector_id varchar(128) not null,
  assertion_id text not null,
  application_id text not null,
  issuer text not null,
  person jsonb,
  secret_hash bytea not null,
  usable_until timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, connector_id, assertion_id),
  constraint sso_arrivals_secret unique (tenant_id, secret_hash),
  foreign key (tenant_id, connector_id) references sso_connectors on delete cascade
);
create index sso_arrivals_expires_at on sso_arrivals (expires_at);
select protect('sso_arrivals');
