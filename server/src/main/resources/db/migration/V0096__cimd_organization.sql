-- What the grant of a client that nobody has registered keeps: the one organization that it reaches, and how the client described
-- itself when the person agreed. Other grants leave this empty. A deleted organization has no members, so its id here opens nothing.
alter table grants add column organization_id text;
alter table grants add column client_name text;
alter table grants add column client_logo text;

-- Such a client has a grant of its own for each consent, be it in the same session.
drop index grants_session;
create unique index grants_session on grants (tenant_id, session_id, registered_application_id)
  where revoked_at is null and session_id is not null;

-- Why somebody gets no token for an organization: `application` is one that people have to let in, `granted` the organization that
-- the grant itself reaches.
create function organization_refusal(tenant text, organization text, person text, application text, granted text) returns text
  language sql stable as $$
  select case
    when not exists (
      select from organization_users m
      where m.tenant_id = tenant and m.organization_id = organization and m.user_id = person) then 'MEMBER'
    when application is not null and granted is distinct from organization and not exists (
      select from application_consent_organizations c
      where c.tenant_id = tenant and c.application_id = application and c.user_id = person
        and c.organization_id = organization) then 'CONSENT'
    when (select o.is_mfa_required from organizations o where o.tenant_id = tenant and o.id = organization)
      and not exists (select from user_mfa_factors f where f.tenant_id = tenant and f.user_id = person) then 'FACTOR'
    end
$$;

create or replace function organization_refusal(tenant text, organization text, person text, application text) returns text
  language sql stable as $$
  select organization_refusal(tenant, organization, person, application, null::text)
$$;
