-- Authorization requests that clients pushed; the browser brings their name once.
create table pushed_requests (
  tenant_id text not null,
  hash bytea not null,
  application_id text not null,
  parameters text not null, -- as a form, without the client's credentials
  created_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, hash),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
create index pushed_requests_application on pushed_requests (tenant_id, application_id);
create index pushed_requests_expires_at on pushed_requests (expires_at);
select protect('pushed_requests');

-- Assertions by which clients authenticated: each counts once.
create table client_assertions (
  tenant_id text not null,
  application_id text not null,
  hash bytea not null, -- SHA-256 of the assertion's id
  expires_at timestamptz not null,
  primary key (tenant_id, application_id, hash),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
create index client_assertions_expires_at on client_assertions (expires_at);
select protect('client_assertions');
