-- Devices that wait for somebody to type their code into a browser.
create table device_authorizations (
  tenant_id text not null,
  hash bytea not null, -- SHA-256 of what the device holds
  user_code bytea not null, -- keyed digest of what a person types
  application_id text not null,
  request text not null, -- what the device asks, as a form
  browser_hash bytea, -- SHA-256 of the secret of the browser that connects it
  grant_id text, -- once it is connected, with what its tokens may have
  session_id text,
  scope text not null default '',
  resources jsonb not null default '[]',
  auth_time timestamptz,
  amr jsonb not null default '[]',
  interval_seconds integer not null, -- that the device has to wait between two questions
  polled_at timestamptz,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  denied_at timestamptz,
  redeemed_at timestamptz,
  primary key (tenant_id, hash),
  unique (tenant_id, user_code),
  foreign key (tenant_id, application_id) references applications on delete cascade,
  foreign key (tenant_id, grant_id) references grants on delete cascade,
  check (grant_id is null or auth_time is not null)
);
create index device_authorizations_application on device_authorizations (tenant_id, application_id);
create index device_authorizations_grant on device_authorizations (tenant_id, grant_id);
create index device_authorizations_expires_at on device_authorizations (expires_at);
select protect('device_authorizations');
