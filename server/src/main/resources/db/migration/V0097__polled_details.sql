-- What devices, and applications that wait for people elsewhere, ask for in detail.
alter table device_authorizations add column authorization_details jsonb;
alter table backchannel_requests add column authorization_details jsonb;
