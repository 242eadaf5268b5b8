-- What people and applications did at the provider: the log of the Management API. Partitioned by month.
create table logs (
  tenant_id text not null,
  id text not null,
  key varchar(128) not null,
  payload jsonb not null,
  user_id text,
  application_id text,
  created_at timestamptz not null,
  primary key (tenant_id, created_at, id)
) partition by range (created_at);
create index logs_user on logs (tenant_id, user_id, created_at desc);
create index logs_application on logs (tenant_id, application_id, created_at desc);
create index logs_key on logs (tenant_id, key, created_at desc);
create index logs_id on logs (tenant_id, id);
select protect('logs');

-- What administrators changed, with the state before and after (secrets masked).
create table audit_records (
  tenant_id text not null,
  id text not null,
  actor jsonb not null,
  action text not null,
  subject_type text not null,
  subject_id text,
  before jsonb,
  after jsonb,
  ip text,
  request_id text,
  created_at timestamptz not null,
  primary key (tenant_id, created_at, id)
) partition by range (created_at);
create index audit_records_subject on audit_records (tenant_id, subject_type, subject_id, created_at desc);
select protect('audit_records');

-- Makes the partitions of the months from the given one on; called at start-up and by a job. The default partition only
-- catches clocks gone wrong.
create function make_month(parent text, month date) returns void
  language plpgsql security definer set search_path = public as $$
declare
  name text := parent || '_' || to_char(month, 'YYYY_MM');
begin
  if to_regclass(name) is null then
    execute format('create table %I partition of %I for values from (%L) to (%L)', name, parent, month, (month + interval '1 month')::date);
    perform protect(name::regclass);
  end if;
end $$;
create table logs_default partition of logs default;
select protect('logs_default');
create table audit_records_default partition of audit_records default;
select protect('audit_records_default');

-- Days on which a person was given an access token, for the dashboard.
create table active_users (
  tenant_id text not null references tenants on delete cascade,
  day date not null,
  user_id text not null,
  primary key (tenant_id, day, user_id)
);
select protect('active_users');
