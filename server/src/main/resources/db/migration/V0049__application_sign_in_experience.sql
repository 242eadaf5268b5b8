-- How sign-in looks for one application, where it differs from the tenant's.
create table application_sign_in_experiences (
  tenant_id text not null,
  application_id text not null,
  color jsonb not null default '{}',
  branding jsonb not null default '{}',
  custom_css text,
  terms_of_use_url varchar(2048),
  privacy_policy_url varchar(2048),
  display_name varchar(256),
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references applications on delete cascade
);
select protect('application_sign_in_experiences');
