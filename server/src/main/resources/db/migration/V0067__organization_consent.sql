-- Who joins an organization by signing in through a connector of enterprise single sign-on.
create table organization_jit_sso_connectors (
  tenant_id text not null,
  organization_id text not null,
  sso_connector_id text not null,
  primary key (tenant_id, organization_id, sso_connector_id),
  foreign key (tenant_id, organization_id) references organizations on delete cascade,
  foreign key (tenant_id, sso_connector_id) references sso_connectors on delete cascade
);
create index organization_jit_sso_connectors_connector on organization_jit_sso_connectors (tenant_id, sso_connector_id);
select protect('organization_jit_sso_connectors');

create or replace function organization_refusal(tenant text, organization text, person text, application text) returns text
  language sql stable as $$
  select case
    when not exists (
      select from organization_users m
      where m.tenant_id = tenant and m.organization_id = organization and m.user_id = person) then 'MEMBER'
    when application is not null and not exists (
      select from application_consent_organizations c
      where c.tenant_id = tenant and c.application_id = application and c.user_id = person
        and c.organization_id = organization) then 'CONSENT'
    when (select o.is_mfa_required from organizations o where o.tenant_id = tenant and o.id = organization)
      and not exists (select from user_mfa_factors f where f.tenant_id = tenant and f.user_id = person) then 'FACTOR'
    end
$$;
