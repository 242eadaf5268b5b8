-- Sign-ins that service providers have begun: each is the browser's that holds the secret, and is answered once.
create table saml_application_sessions (
  tenant_id text not null references tenants on delete cascade,
  secret_hash bytea not null,
  application_id text not null,
  state text not null,
  request_id text not null,
  relay_state text,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, secret_hash),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
create index saml_application_sessions_application on saml_application_sessions (tenant_id, application_id);
create index saml_application_sessions_expires_at on saml_application_sessions (expires_at);
select protect('saml_application_sessions');
