-- Applications that wait for somebody to let them in elsewhere, and to say so by a link in an e-mail.
create table backchannel_requests (
  tenant_id text not null,
  hash bytea not null, -- SHA-256 of what the application holds
  link_hash bytea not null, -- SHA-256 of what is in the link
  application_id text not null,
  user_id text, -- whom the application means; null where it means nobody, which it is not told
  request text not null, -- what it asks, as a form
  binding_message text, -- what both ends show
  browser_hash bytea, -- SHA-256 of the secret of the browser that signed in
  prepared jsonb, -- the grant that it gets when it is allowed
  grant_id text, -- once it is allowed, with what its tokens may have
  session_id text,
  scope text not null default '',
  resources jsonb not null default '[]',
  auth_time timestamptz,
  amr jsonb not null default '[]',
  interval_seconds integer not null, -- that the application has to wait between two questions
  polled_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  denied_at timestamptz,
  redeemed_at timestamptz,
  primary key (tenant_id, hash),
  unique (tenant_id, link_hash),
  foreign key (tenant_id, application_id) references applications on delete cascade,
  foreign key (tenant_id, user_id) references users on delete cascade,
  foreign key (tenant_id, grant_id) references grants on delete cascade,
  check (grant_id is null or auth_time is not null)
);
create index backchannel_requests_application on backchannel_requests (tenant_id, application_id);
create index backchannel_requests_user on backchannel_requests (tenant_id, user_id);
create index backchannel_requests_grant on backchannel_requests (tenant_id, grant_id);
create index backchannel_requests_expires_at on backchannel_requests (expires_at);
select protect('backchannel_requests');
