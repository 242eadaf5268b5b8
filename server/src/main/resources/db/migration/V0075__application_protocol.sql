-- What an application and the provider have agreed on beyond the defaults, in the words of client registration.
create table application_protocols (
  tenant_id text not null,
  application_id text not null,
  settings jsonb not null,
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
select protect('application_protocols');
