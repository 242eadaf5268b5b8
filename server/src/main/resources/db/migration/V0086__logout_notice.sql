-- The origin that a session was begun at: the issuer that its applications know.
alter table sessions add endpoint text;
-- Applications that have to hear that a session is over, until they have.
create table logout_notices (
  tenant_id text not null,
  session_id text not null,
  application_id text not null,
  user_id text not null,
  endpoint text,
  attempts integer not null default 0,
  created_at timestamptz not null,
  due_at timestamptz not null,
  expires_at timestamptz not null,
  primary key (tenant_id, session_id, application_id),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
create index logout_notices_application on logout_notices (tenant_id, application_id);
create index logout_notices_due_at on logout_notices (due_at);
create index logout_notices_expires_at on logout_notices (expires_at);
select protect('logout_notices');
