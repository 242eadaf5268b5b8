-- How applications prove that they are themselves, where they do not just show a secret.
create table application_authentication (
  tenant_id text not null,
  application_id text not null,
  method text, -- null for every method that the application can do
  jwks jsonb, -- its public keys
  jwks_uri text, -- or where it publishes them
  fapi boolean not null default false, -- whether it is held to FAPI 2.0
  primary key (tenant_id, application_id),
  foreign key (tenant_id, application_id) references applications on delete cascade,
  check (jwks is null or jwks_uri is null)
);
select protect('application_authentication');
