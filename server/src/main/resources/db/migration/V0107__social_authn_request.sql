-- A request to a social connector's provider of SAML: found by the state that the response brings back, answered
-- once, by an assertion that has answered nothing else.
create table social_authn_requests (
  tenant_id text not null,
  id text not null,
  connector_id varchar(128) not null,
  relay_state_hash bytea not null,
  redirect_uri text not null,
  state text not null,
  assertion_id text,
  said jsonb,
  ticket_hash bytea,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  constraint social_authn_requests_relay_state unique (tenant_id, relay_state_hash),
  constraint social_authn_requests_assertion unique (tenant_id, connector_id, assertion_id),
  foreign key (tenant_id, connector_id) references connectors on delete cascade
);
create index social_authn_requests_expires_at on social_authn_requests (expires_at);
select protect('social_authn_requests');
