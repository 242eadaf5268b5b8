-- An identity at an enterprise's provider ends with the connector that led there.
alter table user_sso_identities
  add foreign key (tenant_id, sso_connector_id) references sso_connectors on delete cascade;
create index user_sso_identities_connector on user_sso_identities (tenant_id, sso_connector_id);
