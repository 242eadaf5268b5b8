-- A signed-in browser. The cookie's secret is stored as its SHA-256.
create table sessions (
  tenant_id text not null references tenants on delete cascade,
  id text not null,
  secret_hash bytea not null,
  user_id text not null,
  auth_time timestamptz not null,
  amr jsonb not null default '[]',
  acr text,
  factors jsonb not null default '[]',
  ip text,
  user_agent text,
  last_submission jsonb,
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, id),
  constraint sessions_secret unique (tenant_id, secret_hash),
  foreign key (tenant_id, user_id) references users on delete cascade
);
create index sessions_user on sessions (tenant_id, user_id);
create index sessions_expires_at on sessions (expires_at);
select protect('sessions');

-- What a person granted to an application in a session. Every code and token hangs on it: revoking is one UPDATE here.
create table grants (
  tenant_id text not null,
  id text not null,
  session_id text, -- kept after the session's end when offline access was granted
  user_id text not null,
  application_id text not null,
  scope text not null default '',
  resources jsonb not null default '{}', -- indicator -> granted scopes, space separated
  rejected jsonb not null default '{}',
  offline boolean not null default false, -- outlives its session
  created_at timestamptz not null,
  expires_at timestamptz not null,
  revoked_at timestamptz,
  primary key (tenant_id, id),
  foreign key (tenant_id, user_id) references users on delete cascade,
  foreign key (tenant_id, application_id) references applications on delete cascade
);
create unique index grants_session on grants (tenant_id, session_id, application_id) where revoked_at is null and session_id is not null;
create index grants_user on grants (tenant_id, user_id);
create index grants_application on grants (tenant_id, application_id);
create index grants_expires_at on grants (expires_at);
select protect('grants');
