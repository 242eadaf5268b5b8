-- What an application is called in its certificate, and whether its tokens are bound to that.
alter table application_authentication add certificate_name jsonb;
alter table application_authentication add certificate_bound boolean not null default false;
