-- A row of the log is written with every token: its indexes grow at their ends, and hold only what is looked for. They are read
-- backwards for the newest.
drop index logs_user, logs_application, logs_key;
create index logs_user on logs (tenant_id, user_id, created_at) where user_id is not null;
create index logs_application on logs (tenant_id, application_id, created_at) where application_id is not null;
create index logs_key on logs (tenant_id, key, created_at);
