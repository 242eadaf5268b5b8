-- The schema that the migrations make. Generated: ./gatehouse generate

create table access_tokens (
  tenant_id text not null,
  hash bytea not null,
  grant_id text not null,
  session_id text,
  application_id text not null,
  scope text not null,
  resources jsonb default '[]'::jsonb not null,
  organization_id text,
  claims_request jsonb,
  cnf jsonb,
  authorization_details jsonb,
  extra jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  constraint access_tokens_pkey PRIMARY KEY (tenant_id, hash),
  constraint access_tokens_tenant_id_grant_id_fkey FOREIGN KEY (tenant_id, grant_id) REFERENCES grants(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX access_tokens_expires_at ON public.access_tokens USING btree (expires_at);
CREATE INDEX access_tokens_grant ON public.access_tokens USING btree (tenant_id, grant_id);
alter table access_tokens enable row level security;
alter table access_tokens force row level security;
create policy job on access_tokens to gatehouse_job using (true) with check (true);
create policy tenant on access_tokens to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on access_tokens to gatehouse_app;
grant delete, insert, select, update on access_tokens to gatehouse_job;

create table account_centers (
  tenant_id text not null,
  enabled boolean default false not null,
  fields jsonb default '{}'::jsonb not null,
  webauthn_related_origins text[] default '{}'::text[] not null,
  delete_account_url character varying(2048),
  custom_css text,
  profile_fields jsonb,
  constraint account_centers_pkey PRIMARY KEY (tenant_id),
  constraint account_centers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table account_centers enable row level security;
alter table account_centers force row level security;
create policy job on account_centers to gatehouse_job using (true) with check (true);
create policy tenant on account_centers to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on account_centers to gatehouse_app;
grant delete, insert, select, update on account_centers to gatehouse_job;

create table account_verifications (
  tenant_id text not null,
  id text not null,
  user_id text not null,
  type text not null,
  verified boolean not null,
  address text,
  template text,
  connector_id text,
  session jsonb,
  user_info jsonb,
  tokens text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint account_verifications_pkey PRIMARY KEY (tenant_id, id),
  constraint account_verifications_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX account_verifications_expires_at ON public.account_verifications USING btree (expires_at);
CREATE INDEX account_verifications_user ON public.account_verifications USING btree (tenant_id, user_id);
alter table account_verifications enable row level security;
alter table account_verifications force row level security;
create policy job on account_verifications to gatehouse_job using (true) with check (true);
create policy tenant on account_verifications to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on account_verifications to gatehouse_app;
grant delete, insert, select, update on account_verifications to gatehouse_job;

create table active_users (
  tenant_id text not null,
  day date not null,
  user_id text not null,
  constraint active_users_pkey PRIMARY KEY (tenant_id, day, user_id),
  constraint active_users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
CREATE INDEX active_users_user ON public.active_users USING btree (tenant_id, user_id, day);
alter table active_users enable row level security;
alter table active_users force row level security;
create policy job on active_users to gatehouse_job using (true) with check (true);
create policy tenant on active_users to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on active_users to gatehouse_app;
grant delete, insert, select, update on active_users to gatehouse_job;

create table application_access_organization_roles (
  tenant_id text not null,
  application_id text not null,
  organization_id text not null,
  organization_role_id text not null,
  role_type text default 'User'::text not null,
  constraint application_access_organization_roles_pkey PRIMARY KEY (tenant_id, application_id, organization_id, organization_role_id),
  constraint application_access_organizati_tenant_id_organization_role__fkey FOREIGN KEY (tenant_id, organization_role_id) REFERENCES organization_roles(tenant_id, id) ON DELETE CASCADE,
  constraint application_access_organization__tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organizations(tenant_id, id) ON DELETE CASCADE,
  constraint application_access_organization_r_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE,
  constraint application_access_organization_roles_type CHECK ((role_type = 'User'::text))
);
CREATE INDEX application_access_organization_roles_organization ON public.application_access_organization_roles USING btree (tenant_id, organization_id);
CREATE INDEX application_access_organization_roles_role ON public.application_access_organization_roles USING btree (tenant_id, organization_role_id);
CREATE TRIGGER application_access_organization_roles_match BEFORE INSERT OR UPDATE ON public.application_access_organization_roles FOR EACH ROW EXECUTE FUNCTION organization_role_type_matches();
alter table application_access_organization_roles enable row level security;
alter table application_access_organization_roles force row level security;
create policy job on application_access_organization_roles to gatehouse_job using (true) with check (true);
create policy tenant on application_access_organization_roles to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on application_access_organization_roles to gatehouse_app;
grant delete, insert, select, update on application_access_organization_roles to gatehouse_job;

create table application_access_organizations (
  tenant_id text not null,
  application_id text not null,
  organization_id text not null,
  constraint application_access_organizations_pkey PRIMARY KEY (tenant_id, application_id, organization_id),
  constraint application_access_organizations_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE,
  constraint application_access_organizations_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organizations(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX application_access_organizations_organization ON public.application_access_organizations USING btree (tenant_id, organization_id);
alter table application_access_organizations enable row level security;
alter table application_access_organizations force row level security;
create policy job on application_access_organizations to gatehouse_job using (true) with check (true);
create policy tenant on application_access_organizations to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on application_access_organizations to gatehouse_app;
grant delete, insert, select, update on application_access_organizations to gatehouse_job;

create table application_access_roles (
  tenant_id text not null,
  application_id text not null,
  role_id text not null,
  role_type text default 'User'::text not null,
  constraint application_access_roles_pkey PRIMARY KEY (tenant_id, application_id, role_id),
  constraint application_access_roles_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE,
  constraint application_access_roles_tenant_id_role_id_role_type_fkey FOREIGN KEY (tenant_id, role_id, role_type) REFERENCES roles(tenant_id, id, type) ON DELETE CASCADE,
  constraint application_access_roles_role_type_check CHECK ((role_type = 'User'::text))
);
CREATE INDEX application_access_roles_role ON public.application_access_roles USING btree (tenant_id, role_id);
alter table application_access_roles enable row level security;
alter table application_access_roles force row level security;
create policy job on application_access_roles to gatehouse_job using (true) with check (true);
create policy tenant on application_access_roles to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on application_access_roles to gatehouse_app;
grant delete, insert, select, update on application_access_roles to gatehouse_job;

create table application_access_users (
  tenant_id text not null,
  application_id text not null,
  user_id text not null,
  constraint application_access_users_pkey PRIMARY KEY (tenant_id, application_id, user_id),
  constraint application_access_users_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE,
  constraint application_access_users_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX application_access_users_user ON public.application_access_users USING btree (tenant_id, user_id);
alter table application_access_users enable row level security;
alter table application_access_users force row level security;
create policy job on application_access_users to gatehouse_job using (true) with check (true);
create policy tenant on application_access_users to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on application_access_users to gatehouse_app;
grant delete, insert, select, update on application_access_users to gatehouse_job;

create table application_authentication (
  tenant_id text not null,
  application_id text not null,
  method text,
  jwks jsonb,
  jwks_uri text,
  fapi boolean default false not null,
  certificate_name jsonb,
  certificate_bound boolean default false not null,
  constraint application_authentication_pkey PRIMARY KEY (tenant_id, application_id),
  constraint application_authentication_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE,
  constraint application_authentication_check CHECK (((jwks IS NULL) OR (jwks_uri IS NULL)))
);
alter table application_authentication enable row level security;
alter table application_authentication force row level security;
create policy job on application_authentication to gatehouse_job using (true) with check (true);
create policy tenant on application_authentication to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on application_authentication to gatehouse_app;
grant delete, insert, select, update on application_authentication to gatehouse_job;

create table application_consent_organizations (
  tenant_id text not null,
  application_id text not null,
  user_id text not null,
  organization_id text not null,
  constraint application_consent_organizations_pkey PRIMARY KEY (tenant_id, application_id, user_id, organization_id),
  constraint application_consent_organizat_tenant_id_organization_id_us_fkey FOREIGN KEY (tenant_id, organization_id, user_id) REFERENCES organization_users(tenant_id, organization_id, user_id) ON DELETE CASCADE,
  constraint application_consent_organizations_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX application_consent_organizations_member ON public.application_consent_organizations USING btree (tenant_id, organization_id, user_id);
alter table application_consent_organizations enable row level security;
alter table application_consent_organizations force row level security;
create policy job on application_consent_organizations to gatehouse_job using (true) with check (true);
create policy tenant on application_consent_organizations to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on application_consent_organizations to gatehouse_app;
grant delete, insert, select, update on application_consent_organizations to gatehouse_job;

create table application_organization_resource_scopes (
  tenant_id text not null,
  application_id text not null,
  scope_id text not null,
  constraint application_organization_resource_scopes_pkey PRIMARY KEY (tenant_id, application_id, scope_id),
  constraint application_organization_resource_scope_tenant_id_scope_id_fkey FOREIGN KEY (tenant_id, scope_id) REFERENCES scopes(tenant_id, id) ON DELETE CASCADE,
  constraint application_organization_resource_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX application_organization_resource_scopes_scope ON public.application_organization_resource_scopes USING btree (tenant_id, scope_id);
alter table application_organization_resource_scopes enable row level security;
alter table application_organization_resource_scopes force row level security;
create policy job on application_organization_resource_scopes to gatehouse_job using (true) with check (true);
create policy tenant on application_organization_resource_scopes to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on application_organization_resource_scopes to gatehouse_app;
grant delete, insert, select, update on application_organization_resource_scopes to gatehouse_job;

create table application_organization_scopes (
  tenant_id text not null,
  application_id text not null,
  scope_id text not null,
  constraint application_organization_scopes_pkey PRIMARY KEY (tenant_id, application_id, scope_id),
  constraint application_organization_scopes_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE,
  constraint application_organization_scopes_tenant_id_scope_id_fkey FOREIGN KEY (tenant_id, scope_id) REFERENCES organization_scopes(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX application_organization_scopes_scope ON public.application_organization_scopes USING btree (tenant_id, scope_id);
alter table application_organization_scopes enable row level security;
alter table application_organization_scopes force row level security;
create policy job on application_organization_scopes to gatehouse_job using (true) with check (true);
create policy tenant on application_organization_scopes to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on application_organization_scopes to gatehouse_app;
grant delete, insert, select, update on application_organization_scopes to gatehouse_job;

create table application_protocols (
  tenant_id text not null,
  application_id text not null,
  settings jsonb not null,
  constraint application_protocols_pkey PRIMARY KEY (tenant_id, application_id),
  constraint application_protocols_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE
);
alter table application_protocols enable row level security;
alter table application_protocols force row level security;
create policy job on application_protocols to gatehouse_job using (true) with check (true);
create policy tenant on application_protocols to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on application_protocols to gatehouse_app;
grant delete, insert, select, update on application_protocols to gatehouse_job;

create table application_registrations (
  tenant_id text not null,
  application_id text not null,
  token_hash bytea not null,
  metadata jsonb not null,
  created_at timestamp with time zone not null,
  constraint application_registrations_pkey PRIMARY KEY (tenant_id, application_id),
  constraint application_registrations_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE
);
alter table application_registrations enable row level security;
alter table application_registrations force row level security;
create policy job on application_registrations to gatehouse_job using (true) with check (true);
create policy tenant on application_registrations to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on application_registrations to gatehouse_app;
grant delete, insert, select, update on application_registrations to gatehouse_job;

create table application_resource_scopes (
  tenant_id text not null,
  application_id text not null,
  scope_id text not null,
  constraint application_resource_scopes_pkey PRIMARY KEY (tenant_id, application_id, scope_id),
  constraint application_resource_scopes_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE,
  constraint application_resource_scopes_tenant_id_scope_id_fkey FOREIGN KEY (tenant_id, scope_id) REFERENCES scopes(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX application_resource_scopes_scope ON public.application_resource_scopes USING btree (tenant_id, scope_id);
alter table application_resource_scopes enable row level security;
alter table application_resource_scopes force row level security;
create policy job on application_resource_scopes to gatehouse_job using (true) with check (true);
create policy tenant on application_resource_scopes to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on application_resource_scopes to gatehouse_app;
grant delete, insert, select, update on application_resource_scopes to gatehouse_job;

create table application_roles (
  tenant_id text not null,
  application_id text not null,
  role_id text not null,
  role_type text default 'MachineToMachine'::text not null,
  constraint application_roles_pkey PRIMARY KEY (tenant_id, application_id, role_id),
  constraint application_roles_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE,
  constraint application_roles_tenant_id_role_id_fkey FOREIGN KEY (tenant_id, role_id) REFERENCES roles(tenant_id, id) ON DELETE CASCADE,
  constraint application_roles_type CHECK ((role_type = 'MachineToMachine'::text))
);
CREATE INDEX application_roles_role ON public.application_roles USING btree (tenant_id, role_id);
CREATE TRIGGER application_roles_match BEFORE INSERT OR UPDATE ON public.application_roles FOR EACH ROW EXECUTE FUNCTION role_type_matches();
alter table application_roles enable row level security;
alter table application_roles force row level security;
create policy job on application_roles to gatehouse_job using (true) with check (true);
create policy tenant on application_roles to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on application_roles to gatehouse_app;
grant delete, insert, select, update on application_roles to gatehouse_job;

create table application_secrets (
  tenant_id text not null,
  application_id text not null,
  name character varying(256) not null,
  value bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  constraint application_secrets_pkey PRIMARY KEY (tenant_id, application_id, name),
  constraint application_secrets_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE,
  constraint application_secrets_name_check CHECK (((name)::text <> ''::text))
);
alter table application_secrets enable row level security;
alter table application_secrets force row level security;
create policy job on application_secrets to gatehouse_job using (true) with check (true);
create policy tenant on application_secrets to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on application_secrets to gatehouse_app;
grant delete, insert, select, update on application_secrets to gatehouse_job;

create table application_sign_in_experiences (
  tenant_id text not null,
  application_id text not null,
  color jsonb default '{}'::jsonb not null,
  branding jsonb default '{}'::jsonb not null,
  custom_css text,
  terms_of_use_url character varying(2048),
  privacy_policy_url character varying(2048),
  display_name character varying(256),
  in_languages jsonb default '{}'::jsonb not null,
  constraint application_sign_in_experiences_pkey PRIMARY KEY (tenant_id, application_id),
  constraint application_sign_in_experiences_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE
);
alter table application_sign_in_experiences enable row level security;
alter table application_sign_in_experiences force row level security;
create policy job on application_sign_in_experiences to gatehouse_job using (true) with check (true);
create policy tenant on application_sign_in_experiences to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on application_sign_in_experiences to gatehouse_app;
grant delete, insert, select, update on application_sign_in_experiences to gatehouse_job;

create table application_trusted_issuers (
  tenant_id text not null,
  application_id text not null,
  id text not null,
  issuer text not null,
  audience text,
  jwks jsonb,
  jwks_uri text,
  subject text not null,
  target text,
  created_at timestamp with time zone not null,
  constraint application_trusted_issuers_pkey PRIMARY KEY (tenant_id, application_id, id),
  constraint application_trusted_issuers_tenant_id_application_id_issuer_key UNIQUE (tenant_id, application_id, issuer),
  constraint application_trusted_issuers_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE,
  constraint application_trusted_issuers_check CHECK (((jwks IS NULL) <> (jwks_uri IS NULL))),
  constraint application_trusted_issuers_check1 CHECK (((subject = 'identity'::text) = (target IS NOT NULL)))
);
alter table application_trusted_issuers enable row level security;
alter table application_trusted_issuers force row level security;
create policy job on application_trusted_issuers to gatehouse_job using (true) with check (true);
create policy tenant on application_trusted_issuers to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on application_trusted_issuers to gatehouse_app;
grant delete, insert, select, update on application_trusted_issuers to gatehouse_job;

create table application_user_scopes (
  tenant_id text not null,
  application_id text not null,
  scope_id text not null,
  constraint application_user_scopes_pkey PRIMARY KEY (tenant_id, application_id, scope_id),
  constraint application_user_scopes_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE
);
alter table application_user_scopes enable row level security;
alter table application_user_scopes force row level security;
create policy job on application_user_scopes to gatehouse_job using (true) with check (true);
create policy tenant on application_user_scopes to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on application_user_scopes to gatehouse_app;
grant delete, insert, select, update on application_user_scopes to gatehouse_job;

create table applications (
  tenant_id text not null,
  id text not null,
  name character varying(256) not null,
  description text,
  type text not null,
  oidc_client_metadata jsonb default '{"redirectUris": [], "postLogoutRedirectUris": []}'::jsonb not null,
  custom_client_metadata jsonb default '{}'::jsonb not null,
  protected_app_metadata jsonb,
  custom_data jsonb default '{}'::jsonb not null,
  is_third_party boolean default false not null,
  access_control_enabled boolean default false not null,
  strict_oidc boolean default false not null,
  created_at timestamp with time zone not null,
  constraint applications_pkey PRIMARY KEY (tenant_id, id),
  constraint applications_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint applications_name_check CHECK (((name)::text <> ''::text)),
  constraint applications_type_check CHECK ((type = ANY (ARRAY['Native'::text, 'SPA'::text, 'Traditional'::text, 'MachineToMachine'::text, 'Protected'::text, 'SAML'::text])))
);
CREATE INDEX applications_created_at ON public.applications USING btree (tenant_id, created_at DESC, id);
alter table applications enable row level security;
alter table applications force row level security;
create policy job on applications to gatehouse_job using (true) with check (true);
create policy tenant on applications to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on applications to gatehouse_app;
grant delete, insert, select, update on applications to gatehouse_job;

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
  created_at timestamp with time zone not null,
  constraint audit_records_pkey PRIMARY KEY (tenant_id, created_at, id)
) partition by RANGE (created_at);
CREATE INDEX audit_records_subject ON ONLY public.audit_records USING btree (tenant_id, subject_type, subject_id, created_at DESC);
alter table audit_records enable row level security;
alter table audit_records force row level security;
create policy job on audit_records to gatehouse_job using (true) with check (true);
create policy tenant on audit_records to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on audit_records to gatehouse_app;
grant delete, insert, select, update on audit_records to gatehouse_job;

create table authorization_codes (
  tenant_id text not null,
  hash bytea not null,
  grant_id text not null,
  session_id text,
  application_id text not null,
  redirect_uri text not null,
  code_challenge text,
  request jsonb not null,
  scope text not null,
  auth_time timestamp with time zone not null,
  amr jsonb default '[]'::jsonb not null,
  acr text,
  cnf jsonb,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  redeemed_at timestamp with time zone,
  constraint authorization_codes_pkey PRIMARY KEY (tenant_id, hash),
  constraint authorization_codes_tenant_id_grant_id_fkey FOREIGN KEY (tenant_id, grant_id) REFERENCES grants(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX authorization_codes_expires_at ON public.authorization_codes USING btree (expires_at);
CREATE INDEX authorization_codes_grant ON public.authorization_codes USING btree (tenant_id, grant_id);
alter table authorization_codes enable row level security;
alter table authorization_codes force row level security;
create policy job on authorization_codes to gatehouse_job using (true) with check (true);
create policy tenant on authorization_codes to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on authorization_codes to gatehouse_app;
grant delete, insert, select, update on authorization_codes to gatehouse_job;

create table authorization_detail_types (
  tenant_id text not null,
  id text not null,
  type text not null,
  display_name text not null,
  resource text,
  fields jsonb not null,
  created_at timestamp with time zone not null,
  constraint authorization_detail_types_pkey PRIMARY KEY (tenant_id, id),
  constraint authorization_detail_types_tenant_id_type_key UNIQUE (tenant_id, type),
  constraint authorization_detail_types_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table authorization_detail_types enable row level security;
alter table authorization_detail_types force row level security;
create policy job on authorization_detail_types to gatehouse_job using (true) with check (true);
create policy tenant on authorization_detail_types to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on authorization_detail_types to gatehouse_app;
grant delete, insert, select, update on authorization_detail_types to gatehouse_job;

create table backchannel_requests (
  tenant_id text not null,
  hash bytea not null,
  link_hash bytea not null,
  application_id text not null,
  user_id text,
  request text not null,
  binding_message text,
  browser_hash bytea,
  prepared jsonb,
  grant_id text,
  session_id text,
  scope text default ''::text not null,
  resources jsonb default '[]'::jsonb not null,
  auth_time timestamp with time zone,
  amr jsonb default '[]'::jsonb not null,
  interval_seconds integer not null,
  polled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  denied_at timestamp with time zone,
  redeemed_at timestamp with time zone,
  authorization_details jsonb,
  constraint backchannel_requests_pkey PRIMARY KEY (tenant_id, hash),
  constraint backchannel_requests_tenant_id_link_hash_key UNIQUE (tenant_id, link_hash),
  constraint backchannel_requests_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE,
  constraint backchannel_requests_tenant_id_grant_id_fkey FOREIGN KEY (tenant_id, grant_id) REFERENCES grants(tenant_id, id) ON DELETE CASCADE,
  constraint backchannel_requests_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE,
  constraint backchannel_requests_check CHECK (((grant_id IS NULL) OR (auth_time IS NOT NULL)))
);
CREATE INDEX backchannel_requests_application ON public.backchannel_requests USING btree (tenant_id, application_id);
CREATE INDEX backchannel_requests_expires_at ON public.backchannel_requests USING btree (expires_at);
CREATE INDEX backchannel_requests_grant ON public.backchannel_requests USING btree (tenant_id, grant_id);
CREATE INDEX backchannel_requests_user ON public.backchannel_requests USING btree (tenant_id, user_id);
alter table backchannel_requests enable row level security;
alter table backchannel_requests force row level security;
create policy job on backchannel_requests to gatehouse_job using (true) with check (true);
create policy tenant on backchannel_requests to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on backchannel_requests to gatehouse_app;
grant delete, insert, select, update on backchannel_requests to gatehouse_job;

create table captcha_providers (
  tenant_id text not null,
  id text not null,
  config bytea not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint captcha_providers_pkey PRIMARY KEY (tenant_id),
  constraint captcha_providers_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table captcha_providers enable row level security;
alter table captcha_providers force row level security;
create policy job on captcha_providers to gatehouse_job using (true) with check (true);
create policy tenant on captcha_providers to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on captcha_providers to gatehouse_app;
grant delete, insert, select, update on captcha_providers to gatehouse_job;

create table cimd_organization_resource_scopes (
  tenant_id text not null,
  scope_id text not null,
  constraint cimd_organization_resource_scopes_pkey PRIMARY KEY (tenant_id, scope_id),
  constraint cimd_organization_resource_scopes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint cimd_organization_resource_scopes_tenant_id_scope_id_fkey FOREIGN KEY (tenant_id, scope_id) REFERENCES scopes(tenant_id, id) ON DELETE CASCADE
);
alter table cimd_organization_resource_scopes enable row level security;
alter table cimd_organization_resource_scopes force row level security;
create policy job on cimd_organization_resource_scopes to gatehouse_job using (true) with check (true);
create policy tenant on cimd_organization_resource_scopes to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on cimd_organization_resource_scopes to gatehouse_app;
grant delete, insert, select, update on cimd_organization_resource_scopes to gatehouse_job;

create table cimd_organization_scopes (
  tenant_id text not null,
  scope_id text not null,
  constraint cimd_organization_scopes_pkey PRIMARY KEY (tenant_id, scope_id),
  constraint cimd_organization_scopes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint cimd_organization_scopes_tenant_id_scope_id_fkey FOREIGN KEY (tenant_id, scope_id) REFERENCES organization_scopes(tenant_id, id) ON DELETE CASCADE
);
alter table cimd_organization_scopes enable row level security;
alter table cimd_organization_scopes force row level security;
create policy job on cimd_organization_scopes to gatehouse_job using (true) with check (true);
create policy tenant on cimd_organization_scopes to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on cimd_organization_scopes to gatehouse_app;
grant delete, insert, select, update on cimd_organization_scopes to gatehouse_job;

create table cimd_resource_scopes (
  tenant_id text not null,
  scope_id text not null,
  constraint cimd_resource_scopes_pkey PRIMARY KEY (tenant_id, scope_id),
  constraint cimd_resource_scopes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint cimd_resource_scopes_tenant_id_scope_id_fkey FOREIGN KEY (tenant_id, scope_id) REFERENCES scopes(tenant_id, id) ON DELETE CASCADE
);
alter table cimd_resource_scopes enable row level security;
alter table cimd_resource_scopes force row level security;
create policy job on cimd_resource_scopes to gatehouse_job using (true) with check (true);
create policy tenant on cimd_resource_scopes to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on cimd_resource_scopes to gatehouse_app;
grant delete, insert, select, update on cimd_resource_scopes to gatehouse_job;

create table cimd_user_scopes (
  tenant_id text not null,
  scope_id text not null,
  constraint cimd_user_scopes_pkey PRIMARY KEY (tenant_id, scope_id),
  constraint cimd_user_scopes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table cimd_user_scopes enable row level security;
alter table cimd_user_scopes force row level security;
create policy job on cimd_user_scopes to gatehouse_job using (true) with check (true);
create policy tenant on cimd_user_scopes to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on cimd_user_scopes to gatehouse_app;
grant delete, insert, select, update on cimd_user_scopes to gatehouse_job;

create table configs (
  tenant_id text not null,
  key text not null,
  value jsonb not null,
  constraint configs_pkey PRIMARY KEY (tenant_id, key),
  constraint configs_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint configs_key_check CHECK (((length(key) >= 1) AND (length(key) <= 256)))
);
alter table configs enable row level security;
alter table configs force row level security;
create policy job on configs to gatehouse_job using (true) with check (true);
create policy tenant on configs to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on configs to gatehouse_app;
grant delete, insert, select, update on configs to gatehouse_job;

create table connectors (
  tenant_id text not null,
  id character varying(128) not null,
  connector_id character varying(128) not null,
  config bytea not null,
  metadata jsonb default '{}'::jsonb not null,
  sync_profile boolean default false not null,
  enable_token_storage boolean default false not null,
  created_at timestamp with time zone not null,
  constraint connectors_pkey PRIMARY KEY (tenant_id, id),
  constraint connectors_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint connectors_id_check CHECK (((id)::text <> ''::text))
);
alter table connectors enable row level security;
alter table connectors force row level security;
create policy job on connectors to gatehouse_job using (true) with check (true);
create policy tenant on connectors to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on connectors to gatehouse_app;
grant delete, insert, select, update on connectors to gatehouse_job;

create table count_deltas (
  tenant_id text not null,
  noun text not null,
  id bigint generated always as identity not null,
  delta bigint not null,
  constraint count_deltas_pkey PRIMARY KEY (tenant_id, noun, id)
);
alter table count_deltas enable row level security;
alter table count_deltas force row level security;
create policy job on count_deltas to gatehouse_job using (true) with check (true);
create policy tenant on count_deltas to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on count_deltas to gatehouse_app;
grant delete, insert, select, update on count_deltas to gatehouse_job;

create table counts (
  tenant_id text not null,
  noun text not null,
  total bigint default 0 not null,
  constraint counts_pkey PRIMARY KEY (tenant_id, noun),
  constraint counts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table counts enable row level security;
alter table counts force row level security;
create policy job on counts to gatehouse_job using (true) with check (true);
create policy tenant on counts to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on counts to gatehouse_app;
grant delete, insert, select, update on counts to gatehouse_job;

create table custom_phrases (
  tenant_id text not null,
  language_tag text not null,
  id text not null,
  translation jsonb not null,
  constraint custom_phrases_pkey PRIMARY KEY (tenant_id, language_tag),
  constraint custom_phrases_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint custom_phrases_language_tag_check CHECK ((length(language_tag) <= 16))
);
alter table custom_phrases enable row level security;
alter table custom_phrases force row level security;
create policy job on custom_phrases to gatehouse_job using (true) with check (true);
create policy tenant on custom_phrases to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on custom_phrases to gatehouse_app;
grant delete, insert, select, update on custom_phrases to gatehouse_job;

create table custom_ui_files (
  tenant_id text not null,
  custom_ui_id text not null,
  path character varying(300) not null,
  content bytea not null,
  constraint custom_ui_files_pkey PRIMARY KEY (tenant_id, custom_ui_id, path),
  constraint custom_ui_files_tenant_id_custom_ui_id_fkey FOREIGN KEY (tenant_id, custom_ui_id) REFERENCES custom_uis(tenant_id, id) ON DELETE CASCADE,
  constraint custom_ui_files_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table custom_ui_files enable row level security;
alter table custom_ui_files force row level security;
create policy job on custom_ui_files to gatehouse_job using (true) with check (true);
create policy tenant on custom_ui_files to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on custom_ui_files to gatehouse_app;
grant delete, insert, select, update on custom_ui_files to gatehouse_job;

create table custom_uis (
  tenant_id text not null,
  id text not null,
  created_at timestamp with time zone not null,
  constraint custom_uis_pkey PRIMARY KEY (tenant_id, id),
  constraint custom_uis_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table custom_uis enable row level security;
alter table custom_uis force row level security;
create policy job on custom_uis to gatehouse_job using (true) with check (true);
create policy tenant on custom_uis to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on custom_uis to gatehouse_app;
grant delete, insert, select, update on custom_uis to gatehouse_job;

create table device_authorizations (
  tenant_id text not null,
  hash bytea not null,
  user_code bytea not null,
  application_id text not null,
  request text not null,
  browser_hash bytea,
  grant_id text,
  session_id text,
  scope text default ''::text not null,
  resources jsonb default '[]'::jsonb not null,
  auth_time timestamp with time zone,
  amr jsonb default '[]'::jsonb not null,
  interval_seconds integer not null,
  polled_at timestamp with time zone,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  denied_at timestamp with time zone,
  redeemed_at timestamp with time zone,
  authorization_details jsonb,
  constraint device_authorizations_pkey PRIMARY KEY (tenant_id, hash),
  constraint device_authorizations_tenant_id_user_code_key UNIQUE (tenant_id, user_code),
  constraint device_authorizations_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE,
  constraint device_authorizations_tenant_id_grant_id_fkey FOREIGN KEY (tenant_id, grant_id) REFERENCES grants(tenant_id, id) ON DELETE CASCADE,
  constraint device_authorizations_check CHECK (((grant_id IS NULL) OR (auth_time IS NOT NULL)))
);
CREATE INDEX device_authorizations_application ON public.device_authorizations USING btree (tenant_id, application_id);
CREATE INDEX device_authorizations_expires_at ON public.device_authorizations USING btree (expires_at);
CREATE INDEX device_authorizations_grant ON public.device_authorizations USING btree (tenant_id, grant_id);
alter table device_authorizations enable row level security;
alter table device_authorizations force row level security;
create policy job on device_authorizations to gatehouse_job using (true) with check (true);
create policy tenant on device_authorizations to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on device_authorizations to gatehouse_app;
grant delete, insert, select, update on device_authorizations to gatehouse_job;

create table domains (
  tenant_id text not null,
  id text not null,
  domain character varying(256) not null,
  status text not null,
  error_message character varying(1024),
  dns_records jsonb not null,
  verification_files jsonb default '[]'::jsonb not null,
  token text not null,
  created_at timestamp with time zone not null,
  checked_at timestamp with time zone not null,
  constraint domains_pkey PRIMARY KEY (tenant_id, id),
  constraint domains_tenant_id_domain_key UNIQUE (tenant_id, domain),
  constraint domains_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint domains_status_check CHECK ((status = ANY (ARRAY['PendingVerification'::text, 'PendingSsl'::text, 'Active'::text, 'Error'::text])))
);
alter table domains enable row level security;
alter table domains force row level security;
create policy job on domains to gatehouse_job using (true) with check (true);
create policy tenant on domains to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on domains to gatehouse_app;
grant delete, insert, select, update on domains to gatehouse_job;

create table email_templates (
  tenant_id text not null,
  id text not null,
  language_tag character varying(16) not null,
  template_type character varying(64) not null,
  details jsonb not null,
  created_at timestamp with time zone not null,
  constraint email_templates_pkey PRIMARY KEY (tenant_id, id),
  constraint email_templates_tenant_id_language_tag_template_type_key UNIQUE (tenant_id, language_tag, template_type),
  constraint email_templates_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table email_templates enable row level security;
alter table email_templates force row level security;
create policy job on email_templates to gatehouse_job using (true) with check (true);
create policy tenant on email_templates to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on email_templates to gatehouse_app;
grant delete, insert, select, update on email_templates to gatehouse_job;

create table encryption_keys (
  tenant_id text not null,
  id text not null,
  key_type text not null,
  status text not null,
  private_key bytea not null,
  created_at timestamp with time zone not null,
  constraint encryption_keys_pkey PRIMARY KEY (tenant_id, id),
  constraint encryption_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint encryption_keys_key_type_check CHECK ((key_type = ANY (ARRAY['RSA'::text, 'EC'::text]))),
  constraint encryption_keys_status_check CHECK ((status = ANY (ARRAY['Current'::text, 'Previous'::text])))
);
CREATE UNIQUE INDEX encryption_keys_status ON public.encryption_keys USING btree (tenant_id, key_type, status);
alter table encryption_keys enable row level security;
alter table encryption_keys force row level security;
create policy job on encryption_keys to gatehouse_job using (true) with check (true);
create policy tenant on encryption_keys to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on encryption_keys to gatehouse_app;
grant delete, insert, select, update on encryption_keys to gatehouse_job;

create table grants (
  tenant_id text not null,
  id text not null,
  session_id text,
  user_id text not null,
  application_id text not null,
  scope text default ''::text not null,
  resources jsonb default '{}'::jsonb not null,
  rejected jsonb default '{}'::jsonb not null,
  offline boolean default false not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  revoked_at timestamp with time zone,
  registered_application_id text default 
CASE
    WHEN (application_id ~~ 'https://%'::text) THEN NULL::text
    ELSE application_id
END,
  organization_id text,
  client_name text,
  client_logo text,
  begun_session_id text,
  constraint grants_pkey PRIMARY KEY (tenant_id, id),
  constraint grants_registered_application FOREIGN KEY (tenant_id, registered_application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE,
  constraint grants_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX grants_application ON public.grants USING btree (tenant_id, application_id);
CREATE INDEX grants_expires_at ON public.grants USING btree (expires_at);
CREATE UNIQUE INDEX grants_session ON public.grants USING btree (tenant_id, session_id, registered_application_id) WHERE ((revoked_at IS NULL) AND (session_id IS NOT NULL));
CREATE INDEX grants_user ON public.grants USING btree (tenant_id, user_id);
alter table grants enable row level security;
alter table grants force row level security;
create policy job on grants to gatehouse_job using (true) with check (true);
create policy tenant on grants to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on grants to gatehouse_app;
grant delete, insert, select, update on grants to gatehouse_job;

create table hook_deliveries (
  tenant_id text not null,
  id text not null,
  hook_id text not null,
  sequence bigint generated always as identity not null,
  event character varying(128) not null,
  subject character varying(300) not null,
  payload text not null,
  created_at timestamp with time zone not null,
  holds_until timestamp with time zone not null,
  due_at timestamp with time zone not null,
  attempts integer default 0 not null,
  lease_until timestamp with time zone,
  ended_at timestamp with time zone,
  delivered boolean default false not null,
  last_status integer,
  last_error text,
  expires_at timestamp with time zone not null,
  constraint hook_deliveries_pkey PRIMARY KEY (tenant_id, id),
  constraint hook_deliveries_tenant_id_hook_id_fkey FOREIGN KEY (tenant_id, hook_id) REFERENCES hooks(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX hook_deliveries_due ON public.hook_deliveries USING btree (tenant_id, hook_id, due_at) WHERE (ended_at IS NULL);
CREATE INDEX hook_deliveries_expired ON public.hook_deliveries USING btree (expires_at);
CREATE INDEX hook_deliveries_failed ON public.hook_deliveries USING btree (tenant_id, hook_id, sequence DESC) WHERE ((ended_at IS NOT NULL) AND (NOT delivered));
CREATE INDEX hook_deliveries_leased ON public.hook_deliveries USING btree (tenant_id, hook_id, lease_until) WHERE (ended_at IS NULL);
CREATE INDEX hook_deliveries_listed ON public.hook_deliveries USING btree (tenant_id, hook_id, sequence DESC);
CREATE INDEX hook_deliveries_next ON public.hook_deliveries USING btree (due_at) WHERE (ended_at IS NULL);
CREATE INDEX hook_deliveries_subject ON public.hook_deliveries USING btree (tenant_id, hook_id, subject, sequence) WHERE (ended_at IS NULL);
alter table hook_deliveries enable row level security;
alter table hook_deliveries force row level security;
create policy job on hook_deliveries to gatehouse_job using (true) with check (true);
create policy tenant on hook_deliveries to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on hook_deliveries to gatehouse_app;
grant delete, insert, select, update on hook_deliveries to gatehouse_job;

create table hooks (
  tenant_id text not null,
  id text not null,
  name character varying(256) default ''::character varying not null,
  event character varying(128),
  events text[] default '{}'::text[] not null,
  config bytea not null,
  signing_key bytea not null,
  enabled boolean default true not null,
  created_at timestamp with time zone not null,
  constraint hooks_pkey PRIMARY KEY (tenant_id, id),
  constraint hooks_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
CREATE INDEX hooks_created ON public.hooks USING btree (tenant_id, created_at DESC, id DESC);
alter table hooks enable row level security;
alter table hooks force row level security;
create policy job on hooks to gatehouse_job using (true) with check (true);
create policy tenant on hooks to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on hooks to gatehouse_app;
grant delete, insert, select, update on hooks to gatehouse_job;

create table initial_access_tokens (
  tenant_id text not null,
  id text not null,
  name text not null,
  hash bytea not null,
  uses_left integer,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  constraint initial_access_tokens_pkey PRIMARY KEY (tenant_id, id),
  constraint initial_access_tokens_tenant_id_hash_key UNIQUE (tenant_id, hash),
  constraint initial_access_tokens_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint initial_access_tokens_uses_left_check CHECK ((uses_left >= 0))
);
CREATE INDEX initial_access_tokens_expires_at ON public.initial_access_tokens USING btree (expires_at);
alter table initial_access_tokens enable row level security;
alter table initial_access_tokens force row level security;
create policy job on initial_access_tokens to gatehouse_job using (true) with check (true);
create policy tenant on initial_access_tokens to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on initial_access_tokens to gatehouse_app;
grant delete, insert, select, update on initial_access_tokens to gatehouse_job;

create table interactions (
  tenant_id text not null,
  hash bytea not null,
  version integer default 0 not null,
  application_id text not null,
  session_id text,
  request jsonb not null,
  prompt text not null,
  state jsonb default '{}'::jsonb not null,
  result jsonb,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint interactions_pkey PRIMARY KEY (tenant_id, hash)
);
CREATE INDEX interactions_expires_at ON public.interactions USING btree (expires_at);
alter table interactions enable row level security;
alter table interactions force row level security;
create policy job on interactions to gatehouse_job using (true) with check (true);
create policy tenant on interactions to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on interactions to gatehouse_app;
grant delete, insert, select, update on interactions to gatehouse_job;

create table jobs (
  name text not null,
  due_at timestamp with time zone not null,
  lease_owner text,
  lease_until timestamp with time zone,
  started_at timestamp with time zone,
  finished_at timestamp with time zone,
  failures integer default 0 not null,
  last_error text,
  constraint jobs_pkey PRIMARY KEY (name)
);
grant delete, insert, select, update on jobs to gatehouse_job;

create table lockouts (
  tenant_id text not null,
  target_type text not null,
  target_hash text not null,
  pool text not null,
  failures timestamp with time zone[] not null,
  locked_until timestamp with time zone,
  expires_at timestamp with time zone not null,
  constraint lockouts_pkey PRIMARY KEY (tenant_id, target_hash, target_type, pool),
  constraint lockouts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint lockouts_target_type_check CHECK ((target_type = ANY (ARRAY['User'::text, 'App'::text])))
);
CREATE INDEX lockouts_expires_at ON public.lockouts USING btree (expires_at);
alter table lockouts enable row level security;
alter table lockouts force row level security;
create policy job on lockouts to gatehouse_job using (true) with check (true);
create policy tenant on lockouts to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on lockouts to gatehouse_app;
grant delete, insert, select, update on lockouts to gatehouse_job;

create table logout_notices (
  tenant_id text not null,
  session_id text not null,
  application_id text not null,
  user_id text not null,
  endpoint text,
  attempts integer default 0 not null,
  created_at timestamp with time zone not null,
  due_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint logout_notices_pkey PRIMARY KEY (tenant_id, session_id, application_id),
  constraint logout_notices_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX logout_notices_application ON public.logout_notices USING btree (tenant_id, application_id);
CREATE INDEX logout_notices_due_at ON public.logout_notices USING btree (due_at);
CREATE INDEX logout_notices_expires_at ON public.logout_notices USING btree (expires_at);
alter table logout_notices enable row level security;
alter table logout_notices force row level security;
create policy job on logout_notices to gatehouse_job using (true) with check (true);
create policy tenant on logout_notices to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on logout_notices to gatehouse_app;
grant delete, insert, select, update on logout_notices to gatehouse_job;

create table logs (
  tenant_id text not null,
  id text not null,
  key character varying(128) not null,
  payload jsonb not null,
  user_id text,
  application_id text,
  created_at timestamp with time zone not null,
  hook_id text,
  constraint logs_pkey PRIMARY KEY (tenant_id, created_at, id)
) partition by RANGE (created_at);
CREATE INDEX logs_application ON ONLY public.logs USING btree (tenant_id, application_id, created_at) WHERE (application_id IS NOT NULL);
CREATE INDEX logs_hook ON ONLY public.logs USING btree (tenant_id, hook_id, created_at DESC, id DESC) WHERE (hook_id IS NOT NULL);
CREATE INDEX logs_id ON ONLY public.logs USING btree (tenant_id, id);
CREATE INDEX logs_key ON ONLY public.logs USING btree (tenant_id, key, created_at);
CREATE INDEX logs_user ON ONLY public.logs USING btree (tenant_id, user_id, created_at) WHERE (user_id IS NOT NULL);
alter table logs enable row level security;
alter table logs force row level security;
create policy job on logs to gatehouse_job using (true) with check (true);
create policy tenant on logs to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on logs to gatehouse_app;
grant delete, insert, select, update on logs to gatehouse_job;

create table me_proofs (
  tenant_id text not null,
  user_id text not null,
  proved_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint me_proofs_pkey PRIMARY KEY (tenant_id, user_id),
  constraint me_proofs_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX me_proofs_expires_at ON public.me_proofs USING btree (expires_at);
alter table me_proofs enable row level security;
alter table me_proofs force row level security;
create policy job on me_proofs to gatehouse_job using (true) with check (true);
create policy tenant on me_proofs to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on me_proofs to gatehouse_app;
grant delete, insert, select, update on me_proofs to gatehouse_job;

create table me_trips (
  tenant_id text not null,
  user_id text not null,
  state_hash bytea not null,
  connector_id text not null,
  session jsonb not null,
  expires_at timestamp with time zone not null,
  constraint me_trips_pkey PRIMARY KEY (tenant_id, user_id, state_hash),
  constraint me_trips_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX me_trips_expires_at ON public.me_trips USING btree (expires_at);
alter table me_trips enable row level security;
alter table me_trips force row level security;
create policy job on me_trips to gatehouse_job using (true) with check (true);
create policy tenant on me_trips to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on me_trips to gatehouse_app;
grant delete, insert, select, update on me_trips to gatehouse_job;

create table message_sends (
  tenant_id text not null,
  recipient_hash text not null,
  sends timestamp with time zone[] not null,
  expires_at timestamp with time zone not null,
  constraint message_sends_pkey PRIMARY KEY (tenant_id, recipient_hash),
  constraint message_sends_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
CREATE INDEX message_sends_expires_at ON public.message_sends USING btree (expires_at);
alter table message_sends enable row level security;
alter table message_sends force row level security;
create policy job on message_sends to gatehouse_job using (true) with check (true);
create policy tenant on message_sends to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on message_sends to gatehouse_app;
grant delete, insert, select, update on message_sends to gatehouse_job;

create table network_failures (
  tenant_id text not null,
  network text not null,
  failures integer not null,
  since timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint network_failures_pkey PRIMARY KEY (tenant_id, network),
  constraint network_failures_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
CREATE INDEX network_failures_expires_at ON public.network_failures USING btree (expires_at);
alter table network_failures enable row level security;
alter table network_failures force row level security;
create policy job on network_failures to gatehouse_job using (true) with check (true);
create policy tenant on network_failures to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on network_failures to gatehouse_app;
grant delete, insert, select, update on network_failures to gatehouse_job;

create table one_time_tokens (
  tenant_id text not null,
  id text not null,
  email character varying(128) not null,
  token bytea not null,
  token_digest bytea not null,
  context jsonb not null,
  status text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint one_time_tokens_pkey PRIMARY KEY (tenant_id, id),
  constraint one_time_tokens_tenant_id_token_digest_key UNIQUE (tenant_id, token_digest),
  constraint one_time_tokens_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint one_time_tokens_status_check CHECK ((status = ANY (ARRAY['active'::text, 'consumed'::text, 'revoked'::text, 'expired'::text])))
);
CREATE INDEX one_time_tokens_created ON public.one_time_tokens USING btree (tenant_id, created_at DESC, id DESC);
CREATE INDEX one_time_tokens_email ON public.one_time_tokens USING btree (tenant_id, email, created_at DESC);
CREATE INDEX one_time_tokens_expired ON public.one_time_tokens USING btree (expires_at);
CREATE TRIGGER count_deleted AFTER DELETE ON public.one_time_tokens REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_deleted();
CREATE TRIGGER count_inserted AFTER INSERT ON public.one_time_tokens REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_inserted();
alter table one_time_tokens enable row level security;
alter table one_time_tokens force row level security;
create policy job on one_time_tokens to gatehouse_job using (true) with check (true);
create policy tenant on one_time_tokens to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on one_time_tokens to gatehouse_app;
grant delete, insert, select, update on one_time_tokens to gatehouse_job;

create table organization_application_roles (
  tenant_id text not null,
  organization_id text not null,
  application_id text not null,
  organization_role_id text not null,
  role_type text default 'MachineToMachine'::text not null,
  constraint organization_application_roles_pkey PRIMARY KEY (tenant_id, organization_id, application_id, organization_role_id),
  constraint organization_application_role_tenant_id_organization_id_ap_fkey FOREIGN KEY (tenant_id, organization_id, application_id) REFERENCES organization_applications(tenant_id, organization_id, application_id) ON DELETE CASCADE,
  constraint organization_application_role_tenant_id_organization_role__fkey FOREIGN KEY (tenant_id, organization_role_id) REFERENCES organization_roles(tenant_id, id) ON DELETE CASCADE,
  constraint organization_application_roles_type CHECK ((role_type = 'MachineToMachine'::text))
);
CREATE INDEX organization_application_roles_role ON public.organization_application_roles USING btree (tenant_id, organization_role_id);
CREATE TRIGGER organization_application_roles_match BEFORE INSERT OR UPDATE ON public.organization_application_roles FOR EACH ROW EXECUTE FUNCTION organization_role_type_matches();
alter table organization_application_roles enable row level security;
alter table organization_application_roles force row level security;
create policy job on organization_application_roles to gatehouse_job using (true) with check (true);
create policy tenant on organization_application_roles to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on organization_application_roles to gatehouse_app;
grant delete, insert, select, update on organization_application_roles to gatehouse_job;

create table organization_applications (
  tenant_id text not null,
  organization_id text not null,
  application_id text not null,
  constraint organization_applications_pkey PRIMARY KEY (tenant_id, organization_id, application_id),
  constraint organization_applications_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE,
  constraint organization_applications_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organizations(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX organization_applications_application ON public.organization_applications USING btree (tenant_id, application_id, organization_id);
CREATE TRIGGER organization_applications_match BEFORE INSERT OR UPDATE ON public.organization_applications FOR EACH ROW EXECUTE FUNCTION machines_only();
alter table organization_applications enable row level security;
alter table organization_applications force row level security;
create policy job on organization_applications to gatehouse_job using (true) with check (true);
create policy tenant on organization_applications to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on organization_applications to gatehouse_app;
grant delete, insert, select, update on organization_applications to gatehouse_job;

create table organization_invitation_roles (
  tenant_id text not null,
  invitation_id text not null,
  organization_role_id text not null,
  constraint organization_invitation_roles_pkey PRIMARY KEY (tenant_id, invitation_id, organization_role_id),
  constraint organization_invitation_roles_tenant_id_invitation_id_fkey FOREIGN KEY (tenant_id, invitation_id) REFERENCES organization_invitations(tenant_id, id) ON DELETE CASCADE,
  constraint organization_invitation_roles_tenant_id_organization_role__fkey FOREIGN KEY (tenant_id, organization_role_id) REFERENCES organization_roles(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX organization_invitation_roles_role ON public.organization_invitation_roles USING btree (tenant_id, organization_role_id);
alter table organization_invitation_roles enable row level security;
alter table organization_invitation_roles force row level security;
create policy job on organization_invitation_roles to gatehouse_job using (true) with check (true);
create policy tenant on organization_invitation_roles to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on organization_invitation_roles to gatehouse_app;
grant delete, insert, select, update on organization_invitation_roles to gatehouse_job;

create table organization_invitations (
  tenant_id text not null,
  id text not null,
  organization_id text not null,
  inviter_id text,
  invitee character varying(256) not null,
  invitee_key text default lower((invitee)::text) not null,
  accepted_user_id text,
  status text default 'Pending'::text not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint organization_invitations_pkey PRIMARY KEY (tenant_id, id),
  constraint organization_invitations_tenant_id_accepted_user_id_fkey FOREIGN KEY (tenant_id, accepted_user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE,
  constraint organization_invitations_tenant_id_inviter_id_fkey FOREIGN KEY (tenant_id, inviter_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE,
  constraint organization_invitations_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organizations(tenant_id, id) ON DELETE CASCADE,
  constraint organization_invitations_status_check CHECK ((status = ANY (ARRAY['Pending'::text, 'Accepted'::text, 'Expired'::text, 'Revoked'::text])))
);
CREATE INDEX organization_invitations_accepted ON public.organization_invitations USING btree (tenant_id, accepted_user_id);
CREATE INDEX organization_invitations_created_at ON public.organization_invitations USING btree (tenant_id, created_at DESC, id);
CREATE INDEX organization_invitations_invitee ON public.organization_invitations USING btree (tenant_id, invitee_key, created_at DESC);
CREATE INDEX organization_invitations_inviter ON public.organization_invitations USING btree (tenant_id, inviter_id, created_at DESC);
CREATE INDEX organization_invitations_organization ON public.organization_invitations USING btree (tenant_id, organization_id, created_at DESC);
CREATE UNIQUE INDEX organization_invitations_pending ON public.organization_invitations USING btree (tenant_id, organization_id, invitee) WHERE (status = 'Pending'::text);
alter table organization_invitations enable row level security;
alter table organization_invitations force row level security;
create policy job on organization_invitations to gatehouse_job using (true) with check (true);
create policy tenant on organization_invitations to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on organization_invitations to gatehouse_app;
grant delete, insert, select, update on organization_invitations to gatehouse_job;

create table organization_jit_email_domains (
  tenant_id text not null,
  organization_id text not null,
  email_domain character varying(128) not null,
  domain_key text default lower((email_domain)::text) not null,
  created_at timestamp with time zone not null,
  constraint organization_jit_email_domains_pkey PRIMARY KEY (tenant_id, organization_id, email_domain),
  constraint organization_jit_email_domains_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organizations(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX organization_jit_email_domains_key ON public.organization_jit_email_domains USING btree (tenant_id, domain_key);
alter table organization_jit_email_domains enable row level security;
alter table organization_jit_email_domains force row level security;
create policy job on organization_jit_email_domains to gatehouse_job using (true) with check (true);
create policy tenant on organization_jit_email_domains to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on organization_jit_email_domains to gatehouse_app;
grant delete, insert, select, update on organization_jit_email_domains to gatehouse_job;

create table organization_jit_roles (
  tenant_id text not null,
  organization_id text not null,
  organization_role_id text not null,
  constraint organization_jit_roles_pkey PRIMARY KEY (tenant_id, organization_id, organization_role_id),
  constraint organization_jit_roles_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organizations(tenant_id, id) ON DELETE CASCADE,
  constraint organization_jit_roles_tenant_id_organization_role_id_fkey FOREIGN KEY (tenant_id, organization_role_id) REFERENCES organization_roles(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX organization_jit_roles_role ON public.organization_jit_roles USING btree (tenant_id, organization_role_id);
alter table organization_jit_roles enable row level security;
alter table organization_jit_roles force row level security;
create policy job on organization_jit_roles to gatehouse_job using (true) with check (true);
create policy tenant on organization_jit_roles to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on organization_jit_roles to gatehouse_app;
grant delete, insert, select, update on organization_jit_roles to gatehouse_job;

create table organization_jit_sso_connectors (
  tenant_id text not null,
  organization_id text not null,
  sso_connector_id text not null,
  constraint organization_jit_sso_connectors_pkey PRIMARY KEY (tenant_id, organization_id, sso_connector_id),
  constraint organization_jit_sso_connectors_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organizations(tenant_id, id) ON DELETE CASCADE,
  constraint organization_jit_sso_connectors_tenant_id_sso_connector_id_fkey FOREIGN KEY (tenant_id, sso_connector_id) REFERENCES sso_connectors(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX organization_jit_sso_connectors_connector ON public.organization_jit_sso_connectors USING btree (tenant_id, sso_connector_id);
alter table organization_jit_sso_connectors enable row level security;
alter table organization_jit_sso_connectors force row level security;
create policy job on organization_jit_sso_connectors to gatehouse_job using (true) with check (true);
create policy tenant on organization_jit_sso_connectors to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on organization_jit_sso_connectors to gatehouse_app;
grant delete, insert, select, update on organization_jit_sso_connectors to gatehouse_job;

create table organization_role_resource_scopes (
  tenant_id text not null,
  organization_role_id text not null,
  scope_id text not null,
  constraint organization_role_resource_scopes_pkey PRIMARY KEY (tenant_id, organization_role_id, scope_id),
  constraint organization_role_resource_sc_tenant_id_organization_role__fkey FOREIGN KEY (tenant_id, organization_role_id) REFERENCES organization_roles(tenant_id, id) ON DELETE CASCADE,
  constraint organization_role_resource_scopes_tenant_id_scope_id_fkey FOREIGN KEY (tenant_id, scope_id) REFERENCES scopes(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX organization_role_resource_scopes_scope ON public.organization_role_resource_scopes USING btree (tenant_id, scope_id);
alter table organization_role_resource_scopes enable row level security;
alter table organization_role_resource_scopes force row level security;
create policy job on organization_role_resource_scopes to gatehouse_job using (true) with check (true);
create policy tenant on organization_role_resource_scopes to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on organization_role_resource_scopes to gatehouse_app;
grant delete, insert, select, update on organization_role_resource_scopes to gatehouse_job;

create table organization_role_scopes (
  tenant_id text not null,
  organization_role_id text not null,
  organization_scope_id text not null,
  constraint organization_role_scopes_pkey PRIMARY KEY (tenant_id, organization_role_id, organization_scope_id),
  constraint organization_role_scopes_tenant_id_organization_role_id_fkey FOREIGN KEY (tenant_id, organization_role_id) REFERENCES organization_roles(tenant_id, id) ON DELETE CASCADE,
  constraint organization_role_scopes_tenant_id_organization_scope_id_fkey FOREIGN KEY (tenant_id, organization_scope_id) REFERENCES organization_scopes(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX organization_role_scopes_scope ON public.organization_role_scopes USING btree (tenant_id, organization_scope_id);
alter table organization_role_scopes enable row level security;
alter table organization_role_scopes force row level security;
create policy job on organization_role_scopes to gatehouse_job using (true) with check (true);
create policy tenant on organization_role_scopes to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on organization_role_scopes to gatehouse_app;
grant delete, insert, select, update on organization_role_scopes to gatehouse_job;

create table organization_roles (
  tenant_id text not null,
  id text not null,
  name character varying(128) not null,
  description character varying(256),
  type text default 'User'::text not null,
  created_at timestamp with time zone not null,
  constraint organization_roles_pkey PRIMARY KEY (tenant_id, id),
  constraint organization_roles_name UNIQUE (tenant_id, name),
  constraint organization_roles_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint organization_roles_name_check CHECK (((name)::text <> ''::text)),
  constraint organization_roles_type_check CHECK ((type = ANY (ARRAY['User'::text, 'MachineToMachine'::text])))
);
CREATE TRIGGER member_roles_uncounted AFTER DELETE ON public.organization_roles REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION member_roles_uncounted();
alter table organization_roles enable row level security;
alter table organization_roles force row level security;
create policy job on organization_roles to gatehouse_job using (true) with check (true);
create policy tenant on organization_roles to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on organization_roles to gatehouse_app;
grant delete, insert, select, update on organization_roles to gatehouse_job;

create table organization_scopes (
  tenant_id text not null,
  id text not null,
  name character varying(128) not null,
  description character varying(256),
  created_at timestamp with time zone not null,
  constraint organization_scopes_pkey PRIMARY KEY (tenant_id, id),
  constraint organization_scopes_name UNIQUE (tenant_id, name),
  constraint organization_scopes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint organization_scopes_name_check CHECK (((name)::text <> ''::text))
);
alter table organization_scopes enable row level security;
alter table organization_scopes force row level security;
create policy job on organization_scopes to gatehouse_job using (true) with check (true);
create policy tenant on organization_scopes to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on organization_scopes to gatehouse_app;
grant delete, insert, select, update on organization_scopes to gatehouse_job;

create table organization_user_roles (
  tenant_id text not null,
  organization_id text not null,
  user_id text not null,
  organization_role_id text not null,
  role_type text default 'User'::text not null,
  constraint organization_user_roles_pkey PRIMARY KEY (tenant_id, organization_id, user_id, organization_role_id),
  constraint organization_user_roles_tenant_id_organization_id_user_id_fkey FOREIGN KEY (tenant_id, organization_id, user_id) REFERENCES organization_users(tenant_id, organization_id, user_id) ON DELETE CASCADE,
  constraint organization_user_roles_tenant_id_organization_role_id_fkey FOREIGN KEY (tenant_id, organization_role_id) REFERENCES organization_roles(tenant_id, id) ON DELETE CASCADE,
  constraint organization_user_roles_type CHECK ((role_type = 'User'::text))
);
CREATE INDEX organization_user_roles_role ON public.organization_user_roles USING btree (tenant_id, organization_role_id, organization_id, user_id);
CREATE TRIGGER member_roles_added AFTER INSERT ON public.organization_user_roles REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION member_roles_added();
CREATE TRIGGER member_roles_removed AFTER DELETE ON public.organization_user_roles REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION member_roles_removed();
CREATE TRIGGER organization_user_roles_match BEFORE INSERT OR UPDATE ON public.organization_user_roles FOR EACH ROW EXECUTE FUNCTION organization_role_type_matches();
alter table organization_user_roles enable row level security;
alter table organization_user_roles force row level security;
create policy job on organization_user_roles to gatehouse_job using (true) with check (true);
create policy tenant on organization_user_roles to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on organization_user_roles to gatehouse_app;
grant delete, insert, select, update on organization_user_roles to gatehouse_job;

create table organization_users (
  tenant_id text not null,
  organization_id text not null,
  user_id text not null,
  constraint organization_users_pkey PRIMARY KEY (tenant_id, organization_id, user_id),
  constraint organization_users_tenant_id_organization_id_fkey FOREIGN KEY (tenant_id, organization_id) REFERENCES organizations(tenant_id, id) ON DELETE CASCADE,
  constraint organization_users_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX organization_users_user ON public.organization_users USING btree (tenant_id, user_id, organization_id);
CREATE TRIGGER members_added AFTER INSERT ON public.organization_users REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION members_added();
CREATE TRIGGER members_removed AFTER DELETE ON public.organization_users REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION members_removed();
alter table organization_users enable row level security;
alter table organization_users force row level security;
create policy job on organization_users to gatehouse_job using (true) with check (true);
create policy tenant on organization_users to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on organization_users to gatehouse_app;
grant delete, insert, select, update on organization_users to gatehouse_job;

create table organizations (
  tenant_id text not null,
  id text not null,
  name character varying(128) not null,
  description character varying(256),
  custom_data jsonb default '{}'::jsonb not null,
  is_mfa_required boolean default false not null,
  is_trusted_device_allowed boolean default true not null,
  color jsonb default '{}'::jsonb not null,
  branding jsonb default '{}'::jsonb not null,
  custom_css text,
  created_at timestamp with time zone not null,
  constraint organizations_pkey PRIMARY KEY (tenant_id, id),
  constraint organizations_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint organizations_name_check CHECK (((name)::text <> ''::text))
);
CREATE INDEX organizations_created_at ON public.organizations USING btree (tenant_id, created_at, id);
CREATE INDEX organizations_search ON public.organizations USING gin (name gin_trgm_ops, id gin_trgm_ops);
CREATE TRIGGER count_deleted AFTER DELETE ON public.organizations REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_deleted();
CREATE TRIGGER count_inserted AFTER INSERT ON public.organizations REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_inserted();
CREATE TRIGGER member_roles_uncounted AFTER DELETE ON public.organizations REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION member_roles_uncounted();
CREATE TRIGGER organization_uncounted AFTER DELETE ON public.organizations REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION organization_uncounted();
alter table organizations enable row level security;
alter table organizations force row level security;
create policy job on organizations to gatehouse_job using (true) with check (true);
create policy tenant on organizations to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on organizations to gatehouse_app;
grant delete, insert, select, update on organizations to gatehouse_job;

create table pairwise_subjects (
  tenant_id text not null,
  sector text not null,
  user_id text not null,
  subject text not null,
  created_at timestamp with time zone not null,
  constraint pairwise_subjects_pkey PRIMARY KEY (tenant_id, sector, user_id),
  constraint pairwise_subjects_tenant_id_subject_key UNIQUE (tenant_id, subject),
  constraint pairwise_subjects_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX pairwise_subjects_user ON public.pairwise_subjects USING btree (tenant_id, user_id);
alter table pairwise_subjects enable row level security;
alter table pairwise_subjects force row level security;
create policy job on pairwise_subjects to gatehouse_job using (true) with check (true);
create policy tenant on pairwise_subjects to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on pairwise_subjects to gatehouse_app;
grant delete, insert, select, update on pairwise_subjects to gatehouse_job;

create table passkey_challenges (
  tenant_id text not null,
  interaction_hash bytea not null,
  purpose text not null,
  record_id text not null,
  challenge text not null,
  relying_party text not null,
  expires_at timestamp with time zone not null,
  constraint passkey_challenges_pkey PRIMARY KEY (tenant_id, interaction_hash, purpose),
  constraint passkey_challenges_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint passkey_challenges_purpose_check CHECK ((purpose = ANY (ARRAY['registration'::text, 'authentication'::text, 'sign-in'::text, 'preflight'::text])))
);
CREATE INDEX passkey_challenges_expires_at ON public.passkey_challenges USING btree (expires_at);
alter table passkey_challenges enable row level security;
alter table passkey_challenges force row level security;
create policy job on passkey_challenges to gatehouse_job using (true) with check (true);
create policy tenant on passkey_challenges to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on passkey_challenges to gatehouse_app;
grant delete, insert, select, update on passkey_challenges to gatehouse_job;

create table personal_access_tokens (
  tenant_id text not null,
  user_id text not null,
  name character varying(256) not null,
  value bytea not null,
  digest bytea not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  constraint personal_access_tokens_name PRIMARY KEY (tenant_id, user_id, name),
  constraint personal_access_tokens_digest UNIQUE (tenant_id, digest),
  constraint personal_access_tokens_user FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE,
  constraint personal_access_tokens_name_check CHECK (((name)::text <> ''::text))
);
alter table personal_access_tokens enable row level security;
alter table personal_access_tokens force row level security;
create policy job on personal_access_tokens to gatehouse_job using (true) with check (true);
create policy tenant on personal_access_tokens to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on personal_access_tokens to gatehouse_app;
grant delete, insert, select, update on personal_access_tokens to gatehouse_job;

create table profile_fields (
  tenant_id text not null,
  id text not null,
  name character varying(128) not null,
  type text not null,
  label character varying(128) default ''::character varying not null,
  description character varying(256),
  required boolean default false not null,
  config jsonb default '{}'::jsonb not null,
  sie_order integer not null,
  created_at timestamp with time zone not null,
  constraint profile_fields_pkey PRIMARY KEY (tenant_id, id),
  constraint profile_fields_name UNIQUE (tenant_id, name),
  constraint profile_fields_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint profile_fields_name_check CHECK (((name)::text ~ '^[0-9A-Za-z]+$'::text)),
  constraint profile_fields_type_check CHECK ((type = ANY (ARRAY['Text'::text, 'Number'::text, 'Date'::text, 'Checkbox'::text, 'Select'::text, 'Url'::text, 'Regex'::text, 'Address'::text, 'Fullname'::text])))
);
alter table profile_fields enable row level security;
alter table profile_fields force row level security;
create policy job on profile_fields to gatehouse_job using (true) with check (true);
create policy tenant on profile_fields to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on profile_fields to gatehouse_app;
grant delete, insert, select, update on profile_fields to gatehouse_job;

create table pushed_requests (
  tenant_id text not null,
  hash bytea not null,
  application_id text not null,
  parameters text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint pushed_requests_pkey PRIMARY KEY (tenant_id, hash)
);
CREATE INDEX pushed_requests_application ON public.pushed_requests USING btree (tenant_id, application_id);
CREATE INDEX pushed_requests_expires_at ON public.pushed_requests USING btree (expires_at);
alter table pushed_requests enable row level security;
alter table pushed_requests force row level security;
create policy job on pushed_requests to gatehouse_job using (true) with check (true);
create policy tenant on pushed_requests to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on pushed_requests to gatehouse_app;
grant delete, insert, select, update on pushed_requests to gatehouse_job;

create table refresh_tokens (
  tenant_id text not null,
  hash bytea not null,
  grant_id text not null,
  session_id text,
  application_id text not null,
  scope text not null,
  resources jsonb default '[]'::jsonb not null,
  organization_id text,
  claims_request jsonb,
  cnf jsonb,
  authorization_details jsonb,
  nonce text,
  auth_time timestamp with time zone not null,
  amr jsonb default '[]'::jsonb not null,
  acr text,
  with_auth_time boolean default false not null,
  first_issued_at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  consumed_at timestamp with time zone,
  constraint refresh_tokens_pkey PRIMARY KEY (tenant_id, hash),
  constraint refresh_tokens_tenant_id_grant_id_fkey FOREIGN KEY (tenant_id, grant_id) REFERENCES grants(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX refresh_tokens_expires_at ON public.refresh_tokens USING btree (expires_at);
CREATE INDEX refresh_tokens_grant ON public.refresh_tokens USING btree (tenant_id, grant_id);
alter table refresh_tokens enable row level security;
alter table refresh_tokens force row level security;
create policy job on refresh_tokens to gatehouse_job using (true) with check (true);
create policy tenant on refresh_tokens to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on refresh_tokens to gatehouse_app;
grant delete, insert, select, update on refresh_tokens to gatehouse_job;

create table registration_attempts (
  tenant_id text not null,
  network text not null,
  attempts timestamp with time zone[] not null,
  expires_at timestamp with time zone not null,
  constraint registration_attempts_pkey PRIMARY KEY (tenant_id, network),
  constraint registration_attempts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
CREATE INDEX registration_attempts_expires_at ON public.registration_attempts USING btree (expires_at);
alter table registration_attempts enable row level security;
alter table registration_attempts force row level security;
create policy job on registration_attempts to gatehouse_job using (true) with check (true);
create policy tenant on registration_attempts to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on registration_attempts to gatehouse_app;
grant delete, insert, select, update on registration_attempts to gatehouse_job;

create table resources (
  tenant_id text not null,
  id text not null,
  name text not null,
  indicator text not null,
  is_default boolean default false not null,
  access_token_ttl bigint default 3600 not null,
  created_at timestamp with time zone not null,
  constraint resources_pkey PRIMARY KEY (tenant_id, id),
  constraint resources_indicator UNIQUE (tenant_id, indicator),
  constraint resources_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint resources_indicator_check CHECK ((indicator <> ''::text)),
  constraint resources_name_check CHECK ((name <> ''::text))
);
CREATE UNIQUE INDEX resources_default ON public.resources USING btree (tenant_id) WHERE is_default;
alter table resources enable row level security;
alter table resources force row level security;
create policy job on resources to gatehouse_job using (true) with check (true);
create policy tenant on resources to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on resources to gatehouse_app;
grant delete, insert, select, update on resources to gatehouse_job;

create table role_scopes (
  tenant_id text not null,
  role_id text not null,
  scope_id text not null,
  constraint role_scopes_pkey PRIMARY KEY (tenant_id, role_id, scope_id),
  constraint role_scopes_tenant_id_role_id_fkey FOREIGN KEY (tenant_id, role_id) REFERENCES roles(tenant_id, id) ON DELETE CASCADE,
  constraint role_scopes_tenant_id_scope_id_fkey FOREIGN KEY (tenant_id, scope_id) REFERENCES scopes(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX role_scopes_scope ON public.role_scopes USING btree (tenant_id, scope_id);
alter table role_scopes enable row level security;
alter table role_scopes force row level security;
create policy job on role_scopes to gatehouse_job using (true) with check (true);
create policy tenant on role_scopes to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on role_scopes to gatehouse_app;
grant delete, insert, select, update on role_scopes to gatehouse_job;

create table roles (
  tenant_id text not null,
  id text not null,
  name character varying(128) not null,
  description character varying(128) not null,
  type text default 'User'::text not null,
  is_default boolean default false not null,
  created_at timestamp with time zone not null,
  constraint roles_pkey PRIMARY KEY (tenant_id, id),
  constraint roles_name UNIQUE (tenant_id, name),
  constraint roles_tenant_id_id_type_key UNIQUE (tenant_id, id, type),
  constraint roles_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint roles_description_check CHECK (((description)::text <> ''::text)),
  constraint roles_name_check CHECK (((name)::text <> ''::text)),
  constraint roles_type_check CHECK ((type = ANY (ARRAY['User'::text, 'MachineToMachine'::text])))
);
CREATE TRIGGER role_uncounted AFTER DELETE ON public.roles REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION role_uncounted();
alter table roles enable row level security;
alter table roles force row level security;
create policy job on roles to gatehouse_job using (true) with check (true);
create policy tenant on roles to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on roles to gatehouse_app;
grant delete, insert, select, update on roles to gatehouse_job;

create table saml_application_configs (
  tenant_id text not null,
  application_id text not null,
  attribute_mapping jsonb default '{}'::jsonb not null,
  entity_id character varying(128),
  acs_url jsonb,
  encryption jsonb,
  name_id_format text not null,
  constraint saml_application_configs_pkey PRIMARY KEY (tenant_id, application_id),
  constraint saml_application_configs_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE
);
alter table saml_application_configs enable row level security;
alter table saml_application_configs force row level security;
create policy job on saml_application_configs to gatehouse_job using (true) with check (true);
create policy tenant on saml_application_configs to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on saml_application_configs to gatehouse_app;
grant delete, insert, select, update on saml_application_configs to gatehouse_job;

create table saml_application_secrets (
  tenant_id text not null,
  application_id text not null,
  id text not null,
  certificate text not null,
  private_key bytea not null,
  active boolean default false not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint saml_application_secrets_pkey PRIMARY KEY (tenant_id, id),
  constraint saml_application_secrets_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX saml_application_secrets_active ON public.saml_application_secrets USING btree (tenant_id, application_id) WHERE active;
CREATE INDEX saml_application_secrets_application ON public.saml_application_secrets USING btree (tenant_id, application_id);
alter table saml_application_secrets enable row level security;
alter table saml_application_secrets force row level security;
create policy job on saml_application_secrets to gatehouse_job using (true) with check (true);
create policy tenant on saml_application_secrets to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on saml_application_secrets to gatehouse_app;
grant delete, insert, select, update on saml_application_secrets to gatehouse_job;

create table saml_application_sessions (
  tenant_id text not null,
  secret_hash bytea not null,
  application_id text not null,
  state text not null,
  request_id text not null,
  relay_state text,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint saml_application_sessions_pkey PRIMARY KEY (tenant_id, secret_hash),
  constraint saml_application_sessions_tenant_id_application_id_fkey FOREIGN KEY (tenant_id, application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE,
  constraint saml_application_sessions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
CREATE INDEX saml_application_sessions_application ON public.saml_application_sessions USING btree (tenant_id, application_id);
CREATE INDEX saml_application_sessions_expires_at ON public.saml_application_sessions USING btree (expires_at);
alter table saml_application_sessions enable row level security;
alter table saml_application_sessions force row level security;
create policy job on saml_application_sessions to gatehouse_job using (true) with check (true);
create policy tenant on saml_application_sessions to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on saml_application_sessions to gatehouse_app;
grant delete, insert, select, update on saml_application_sessions to gatehouse_job;

create table scopes (
  tenant_id text not null,
  id text not null,
  resource_id text not null,
  name character varying(256) not null,
  description text,
  created_at timestamp with time zone not null,
  constraint scopes_pkey PRIMARY KEY (tenant_id, id),
  constraint scopes_name UNIQUE (tenant_id, resource_id, name),
  constraint scopes_tenant_id_resource_id_fkey FOREIGN KEY (tenant_id, resource_id) REFERENCES resources(tenant_id, id) ON DELETE CASCADE,
  constraint scopes_name_check CHECK (((name)::text <> ''::text))
);
alter table scopes enable row level security;
alter table scopes force row level security;
create policy job on scopes to gatehouse_job using (true) with check (true);
create policy tenant on scopes to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on scopes to gatehouse_app;
grant delete, insert, select, update on scopes to gatehouse_job;

create table scripts (
  tenant_id text not null,
  key text not null,
  value bytea not null,
  updated_at timestamp with time zone not null,
  constraint scripts_pkey PRIMARY KEY (tenant_id, key),
  constraint scripts_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint scripts_key_check CHECK ((key = ANY (ARRAY['jwt.accessToken'::text, 'jwt.clientCredentials'::text, 'action.postFirstFactorVerification'::text, 'action.postSignIn'::text])))
);
alter table scripts enable row level security;
alter table scripts force row level security;
create policy job on scripts to gatehouse_job using (true) with check (true);
create policy tenant on scripts to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on scripts to gatehouse_app;
grant delete, insert, select, update on scripts to gatehouse_job;

create table sessions (
  tenant_id text not null,
  id text not null,
  secret_hash bytea not null,
  user_id text not null,
  auth_time timestamp with time zone not null,
  amr jsonb default '[]'::jsonb not null,
  acr text,
  factors jsonb default '[]'::jsonb not null,
  ip text,
  user_agent text,
  last_submission jsonb,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  application_id text,
  endpoint text,
  constraint sessions_pkey PRIMARY KEY (tenant_id, id),
  constraint sessions_secret UNIQUE (tenant_id, secret_hash),
  constraint sessions_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX sessions_expires_at ON public.sessions USING btree (expires_at);
CREATE INDEX sessions_user ON public.sessions USING btree (tenant_id, user_id);
alter table sessions enable row level security;
alter table sessions force row level security;
create policy job on sessions to gatehouse_job using (true) with check (true);
create policy tenant on sessions to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on sessions to gatehouse_app;
grant delete, insert, select, update on sessions to gatehouse_job;

create table shown_once (
  tenant_id text not null,
  hash bytea not null,
  expires_at timestamp with time zone not null,
  constraint shown_once_pkey PRIMARY KEY (tenant_id, hash)
);
CREATE INDEX shown_once_expires_at ON public.shown_once USING btree (expires_at);
alter table shown_once enable row level security;
alter table shown_once force row level security;
create policy job on shown_once to gatehouse_job using (true) with check (true);
create policy tenant on shown_once to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on shown_once to gatehouse_app;
grant delete, insert, select, update on shown_once to gatehouse_job;

create table sign_in_experiences (
  tenant_id text not null,
  value jsonb not null,
  updated_at timestamp with time zone not null,
  constraint sign_in_experiences_pkey PRIMARY KEY (tenant_id),
  constraint sign_in_experiences_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
alter table sign_in_experiences enable row level security;
alter table sign_in_experiences force row level security;
create policy job on sign_in_experiences to gatehouse_job using (true) with check (true);
create policy tenant on sign_in_experiences to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on sign_in_experiences to gatehouse_app;
grant delete, insert, select, update on sign_in_experiences to gatehouse_job;

create table sign_in_previews (
  tenant_id text not null,
  token_hash text not null,
  made_by text not null,
  draft jsonb not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sign_in_previews_pkey PRIMARY KEY (tenant_id, token_hash),
  constraint sign_in_previews_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
CREATE INDEX sign_in_previews_expires_at ON public.sign_in_previews USING btree (expires_at);
alter table sign_in_previews enable row level security;
alter table sign_in_previews force row level security;
create policy job on sign_in_previews to gatehouse_job using (true) with check (true);
create policy tenant on sign_in_previews to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on sign_in_previews to gatehouse_app;
grant delete, insert, select, update on sign_in_previews to gatehouse_job;

create table signing_keys (
  tenant_id text not null,
  id text not null,
  ring text default 'default'::text not null,
  kid text not null,
  algorithm text not null,
  status text not null,
  private_key bytea not null,
  public_jwk jsonb not null,
  created_at timestamp with time zone not null,
  effective_at timestamp with time zone,
  constraint signing_keys_pkey PRIMARY KEY (tenant_id, id),
  constraint signing_keys_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint signing_keys_status_check CHECK ((status = ANY (ARRAY['Next'::text, 'Current'::text, 'Previous'::text])))
);
CREATE UNIQUE INDEX signing_keys_status ON public.signing_keys USING btree (tenant_id, ring, status);
alter table signing_keys enable row level security;
alter table signing_keys force row level security;
create policy job on signing_keys to gatehouse_job using (true) with check (true);
create policy tenant on signing_keys to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on signing_keys to gatehouse_app;
grant delete, insert, select, update on signing_keys to gatehouse_job;

create table social_authn_requests (
  tenant_id text not null,
  id text not null,
  connector_id character varying(128) not null,
  relay_state_hash bytea not null,
  redirect_uri text not null,
  state text not null,
  assertion_id text,
  said jsonb,
  ticket_hash bytea,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint social_authn_requests_pkey PRIMARY KEY (tenant_id, id),
  constraint social_authn_requests_assertion UNIQUE (tenant_id, connector_id, assertion_id),
  constraint social_authn_requests_relay_state UNIQUE (tenant_id, relay_state_hash),
  constraint social_authn_requests_tenant_id_connector_id_fkey FOREIGN KEY (tenant_id, connector_id) REFERENCES connectors(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX social_authn_requests_expires_at ON public.social_authn_requests USING btree (expires_at);
alter table social_authn_requests enable row level security;
alter table social_authn_requests force row level security;
create policy job on social_authn_requests to gatehouse_job using (true) with check (true);
create policy tenant on social_authn_requests to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on social_authn_requests to gatehouse_app;
grant delete, insert, select, update on social_authn_requests to gatehouse_job;

create table sole_node (
  node text not null,
  constraint sole_node_pkey PRIMARY KEY (node)
);
grant delete, insert, select, update on sole_node to gatehouse_app;
grant delete, insert, select, update on sole_node to gatehouse_job;

create table sso_arrivals (
  tenant_id text not null,
  connector_id character varying(128) not null,
  assertion_id text not null,
  application_id text not null,
  issuer text not null,
  person jsonb,
  secret_hash bytea not null,
  usable_until timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sso_arrivals_pkey PRIMARY KEY (tenant_id, connector_id, assertion_id),
  constraint sso_arrivals_secret UNIQUE (tenant_id, secret_hash),
  constraint sso_arrivals_tenant_id_connector_id_fkey FOREIGN KEY (tenant_id, connector_id) REFERENCES sso_connectors(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX sso_arrivals_expires_at ON public.sso_arrivals USING btree (expires_at);
alter table sso_arrivals enable row level security;
alter table sso_arrivals force row level security;
create policy job on sso_arrivals to gatehouse_job using (true) with check (true);
create policy tenant on sso_arrivals to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on sso_arrivals to gatehouse_app;
grant delete, insert, select, update on sso_arrivals to gatehouse_job;

create table sso_authn_requests (
  tenant_id text not null,
  id text not null,
  connector_id character varying(128) not null,
  relay_state_hash bytea not null,
  redirect_uri text not null,
  state text not null,
  issuer text,
  assertion_id text,
  person jsonb,
  ticket_hash bytea,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sso_authn_requests_pkey PRIMARY KEY (tenant_id, id),
  constraint sso_authn_requests_assertion UNIQUE (tenant_id, connector_id, assertion_id),
  constraint sso_authn_requests_relay_state UNIQUE (tenant_id, relay_state_hash),
  constraint sso_authn_requests_tenant_id_connector_id_fkey FOREIGN KEY (tenant_id, connector_id) REFERENCES sso_connectors(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX sso_authn_requests_expires_at ON public.sso_authn_requests USING btree (expires_at);
alter table sso_authn_requests enable row level security;
alter table sso_authn_requests force row level security;
create policy job on sso_authn_requests to gatehouse_job using (true) with check (true);
create policy tenant on sso_authn_requests to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on sso_authn_requests to gatehouse_app;
grant delete, insert, select, update on sso_authn_requests to gatehouse_job;

create table sso_connectors (
  tenant_id text not null,
  id character varying(128) not null,
  provider_name character varying(128) not null,
  connector_name character varying(128) not null,
  config bytea not null,
  domains text[] default '{}'::text[] not null,
  branding jsonb default '{}'::jsonb not null,
  sync_profile boolean default false not null,
  enable_token_storage boolean default false not null,
  created_at timestamp with time zone not null,
  constraint sso_connectors_pkey PRIMARY KEY (tenant_id, id),
  constraint sso_connectors_name UNIQUE (tenant_id, connector_name),
  constraint sso_connectors_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint sso_connectors_connector_name_check CHECK (((connector_name)::text <> ''::text)),
  constraint sso_connectors_id_check CHECK (((id)::text <> ''::text))
);
alter table sso_connectors enable row level security;
alter table sso_connectors force row level security;
create policy job on sso_connectors to gatehouse_job using (true) with check (true);
create policy tenant on sso_connectors to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on sso_connectors to gatehouse_app;
grant delete, insert, select, update on sso_connectors to gatehouse_job;

create table sso_idp_initiated_auths (
  tenant_id text not null,
  connector_id character varying(128) not null,
  default_application_id text not null,
  redirect_uri text,
  auth_parameters jsonb default '{}'::jsonb not null,
  auto_send_authorization_request boolean not null,
  client_idp_initiated_auth_callback_uri text,
  created_at timestamp with time zone not null,
  constraint sso_idp_initiated_auths_pkey PRIMARY KEY (tenant_id, connector_id),
  constraint sso_idp_initiated_auths_tenant_id_connector_id_fkey FOREIGN KEY (tenant_id, connector_id) REFERENCES sso_connectors(tenant_id, id) ON DELETE CASCADE,
  constraint sso_idp_initiated_auths_tenant_id_default_application_id_fkey FOREIGN KEY (tenant_id, default_application_id) REFERENCES applications(tenant_id, id) ON DELETE CASCADE,
  constraint sso_idp_initiated_auths_check CHECK ((auto_send_authorization_request OR (client_idp_initiated_auth_callback_uri IS NOT NULL)))
);
CREATE INDEX sso_idp_initiated_auths_application ON public.sso_idp_initiated_auths USING btree (tenant_id, default_application_id);
alter table sso_idp_initiated_auths enable row level security;
alter table sso_idp_initiated_auths force row level security;
create policy job on sso_idp_initiated_auths to gatehouse_job using (true) with check (true);
create policy tenant on sso_idp_initiated_auths to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on sso_idp_initiated_auths to gatehouse_app;
grant delete, insert, select, update on sso_idp_initiated_auths to gatehouse_job;

create table sso_signing_keys (
  tenant_id text not null,
  connector_id character varying(128) not null,
  id text not null,
  certificate text not null,
  private_key bytea not null,
  active boolean default false not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint sso_signing_keys_pkey PRIMARY KEY (tenant_id, id),
  constraint sso_signing_keys_tenant_id_connector_id_fkey FOREIGN KEY (tenant_id, connector_id) REFERENCES sso_connectors(tenant_id, id) ON DELETE CASCADE
);
CREATE UNIQUE INDEX sso_signing_keys_active ON public.sso_signing_keys USING btree (tenant_id, connector_id) WHERE active;
CREATE INDEX sso_signing_keys_connector ON public.sso_signing_keys USING btree (tenant_id, connector_id);
alter table sso_signing_keys enable row level security;
alter table sso_signing_keys force row level security;
create policy job on sso_signing_keys to gatehouse_job using (true) with check (true);
create policy tenant on sso_signing_keys to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on sso_signing_keys to gatehouse_app;
grant delete, insert, select, update on sso_signing_keys to gatehouse_job;

create table sso_token_sets (
  tenant_id text not null,
  id text not null,
  sso_identity_id text not null,
  value bytea not null,
  scope text,
  token_type text,
  has_refresh_token boolean not null,
  issued_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  constraint sso_token_sets_pkey PRIMARY KEY (tenant_id, id),
  constraint sso_token_sets_identity UNIQUE (tenant_id, sso_identity_id),
  constraint sso_token_sets_tenant_id_sso_identity_id_fkey FOREIGN KEY (tenant_id, sso_identity_id) REFERENCES user_sso_identities(tenant_id, id) ON DELETE CASCADE
);
alter table sso_token_sets enable row level security;
alter table sso_token_sets force row level security;
create policy job on sso_token_sets to gatehouse_job using (true) with check (true);
create policy tenant on sso_token_sets to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on sso_token_sets to gatehouse_app;
grant delete, insert, select, update on sso_token_sets to gatehouse_job;

create table subject_tokens (
  tenant_id text not null,
  token_hash bytea not null,
  user_id character varying(21) not null,
  context jsonb default '{}'::jsonb not null,
  creator_id text not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  consumed_at timestamp with time zone,
  constraint subject_tokens_pkey PRIMARY KEY (tenant_id, token_hash),
  constraint subject_tokens_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint subject_tokens_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX subject_tokens_expires_at ON public.subject_tokens USING btree (expires_at);
CREATE INDEX subject_tokens_user ON public.subject_tokens USING btree (tenant_id, user_id);
alter table subject_tokens enable row level security;
alter table subject_tokens force row level security;
create policy job on subject_tokens to gatehouse_job using (true) with check (true);
create policy tenant on subject_tokens to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on subject_tokens to gatehouse_app;
grant delete, insert, select, update on subject_tokens to gatehouse_job;

create table tenants (
  id text not null,
  tag text default 'development'::text not null,
  created_at timestamp with time zone not null,
  constraint tenants_pkey PRIMARY KEY (id),
  constraint tenants_id_check CHECK (((length(id) >= 1) AND (length(id) <= 21))),
  constraint tenants_tag_check CHECK ((tag = ANY (ARRAY['development'::text, 'production'::text])))
);
grant delete, insert, select, update on tenants to gatehouse_job;
grant select on tenants to gatehouse_app;

create table token_sets (
  tenant_id text not null,
  id text not null,
  user_id text not null,
  connector_id character varying(128) not null,
  value bytea not null,
  scope text,
  issued_at timestamp with time zone not null,
  expires_at timestamp with time zone,
  target text not null,
  identity_id text not null,
  token_type text,
  has_refresh_token boolean not null,
  updated_at timestamp with time zone not null,
  constraint token_sets_pkey PRIMARY KEY (tenant_id, id),
  constraint token_sets_person UNIQUE (tenant_id, user_id, connector_id),
  constraint token_sets_identity FOREIGN KEY (tenant_id, user_id, target) REFERENCES user_identities(tenant_id, user_id, target) ON DELETE CASCADE,
  constraint token_sets_tenant_id_connector_id_fkey FOREIGN KEY (tenant_id, connector_id) REFERENCES connectors(tenant_id, id) ON DELETE CASCADE,
  constraint token_sets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint token_sets_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX token_sets_connector ON public.token_sets USING btree (tenant_id, connector_id);
CREATE INDEX token_sets_target ON public.token_sets USING btree (tenant_id, user_id, target);
alter table token_sets enable row level security;
alter table token_sets force row level security;
create policy job on token_sets to gatehouse_job using (true) with check (true);
create policy tenant on token_sets to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on token_sets to gatehouse_app;
grant delete, insert, select, update on token_sets to gatehouse_job;

create table trusted_devices (
  tenant_id text not null,
  id text not null,
  user_id text not null,
  secret_hash bytea not null,
  user_agent text,
  country text,
  city text,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  constraint trusted_devices_pkey PRIMARY KEY (tenant_id, id),
  constraint trusted_devices_secret UNIQUE (tenant_id, secret_hash),
  constraint trusted_devices_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX trusted_devices_expires_at ON public.trusted_devices USING btree (expires_at);
CREATE INDEX trusted_devices_user ON public.trusted_devices USING btree (tenant_id, user_id, created_at);
alter table trusted_devices enable row level security;
alter table trusted_devices force row level security;
create policy job on trusted_devices to gatehouse_job using (true) with check (true);
create policy tenant on trusted_devices to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on trusted_devices to gatehouse_app;
grant delete, insert, select, update on trusted_devices to gatehouse_job;

create table used_assertions (
  tenant_id text not null,
  hash bytea not null,
  expires_at timestamp with time zone not null,
  constraint used_assertions_pkey PRIMARY KEY (tenant_id, hash),
  constraint used_assertions_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE
);
CREATE INDEX used_assertions_expires_at ON public.used_assertions USING btree (expires_at);
alter table used_assertions enable row level security;
alter table used_assertions force row level security;
create policy job on used_assertions to gatehouse_job using (true) with check (true);
create policy tenant on used_assertions to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on used_assertions to gatehouse_app;
grant delete, insert, select, update on used_assertions to gatehouse_job;

create table user_assets (
  tenant_id text not null,
  id text not null,
  name character varying(256) not null,
  media_type character varying(64) not null,
  size integer not null,
  created_by text not null,
  created_at timestamp with time zone not null,
  content bytea not null,
  constraint user_assets_pkey PRIMARY KEY (tenant_id, id),
  constraint user_assets_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint user_assets_size_check CHECK (((size >= 0) AND (size <= 20971520)))
);
CREATE INDEX user_assets_creator ON public.user_assets USING btree (tenant_id, created_by);
alter table user_assets enable row level security;
alter table user_assets force row level security;
create policy job on user_assets to gatehouse_job using (true) with check (true);
create policy tenant on user_assets to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on user_assets to gatehouse_app;
grant delete, insert, select, update on user_assets to gatehouse_job;

create table user_backup_codes (
  tenant_id text not null,
  factor_id text not null,
  "position" integer not null,
  code bytea not null,
  digest bytea not null,
  used_at timestamp with time zone,
  constraint user_backup_codes_pkey PRIMARY KEY (tenant_id, factor_id, "position"),
  constraint user_backup_codes_tenant_id_factor_id_fkey FOREIGN KEY (tenant_id, factor_id) REFERENCES user_mfa_factors(tenant_id, id) ON DELETE CASCADE
);
alter table user_backup_codes enable row level security;
alter table user_backup_codes force row level security;
create policy job on user_backup_codes to gatehouse_job using (true) with check (true);
create policy tenant on user_backup_codes to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on user_backup_codes to gatehouse_app;
grant delete, insert, select, update on user_backup_codes to gatehouse_job;

create table user_identities (
  tenant_id text not null,
  user_id text not null,
  target text not null,
  identity_id text not null,
  details jsonb,
  constraint user_identities_pkey PRIMARY KEY (tenant_id, user_id, target),
  constraint user_identities_identity UNIQUE (tenant_id, target, identity_id),
  constraint user_identities_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE
);
alter table user_identities enable row level security;
alter table user_identities force row level security;
create policy job on user_identities to gatehouse_job using (true) with check (true);
create policy tenant on user_identities to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on user_identities to gatehouse_app;
grant delete, insert, select, update on user_identities to gatehouse_job;

create table user_mfa_factors (
  tenant_id text not null,
  id text not null,
  user_id text not null,
  type text not null,
  name text,
  agent text,
  secret bytea,
  last_step bigint,
  credential_id bytea,
  public_key bytea,
  sign_count bigint,
  transports text[],
  relying_party text,
  created_at timestamp with time zone not null,
  last_used_at timestamp with time zone,
  backup_eligible boolean,
  backed_up boolean,
  constraint user_mfa_factors_pkey PRIMARY KEY (tenant_id, id),
  constraint user_mfa_factors_credential UNIQUE (tenant_id, relying_party, credential_id),
  constraint user_mfa_factors_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE,
  constraint user_mfa_factors_check CHECK (((type = 'Totp'::text) = (secret IS NOT NULL))),
  constraint user_mfa_factors_check1 CHECK (((type = 'WebAuthn'::text) = ((credential_id IS NOT NULL) AND (public_key IS NOT NULL)))),
  constraint user_mfa_factors_type_check CHECK ((type = ANY (ARRAY['Totp'::text, 'WebAuthn'::text, 'BackupCode'::text])))
);
CREATE UNIQUE INDEX user_mfa_factors_backup ON public.user_mfa_factors USING btree (tenant_id, user_id) WHERE (type = 'BackupCode'::text);
CREATE UNIQUE INDEX user_mfa_factors_totp ON public.user_mfa_factors USING btree (tenant_id, user_id) WHERE (type = 'Totp'::text);
CREATE INDEX user_mfa_factors_user ON public.user_mfa_factors USING btree (tenant_id, user_id);
alter table user_mfa_factors enable row level security;
alter table user_mfa_factors force row level security;
create policy job on user_mfa_factors to gatehouse_job using (true) with check (true);
create policy tenant on user_mfa_factors to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on user_mfa_factors to gatehouse_app;
grant delete, insert, select, update on user_mfa_factors to gatehouse_job;

create table user_places (
  tenant_id text not null,
  user_id text not null,
  country text not null,
  latitude double precision,
  longitude double precision,
  seen_at timestamp with time zone not null,
  constraint user_places_pkey PRIMARY KEY (tenant_id, user_id, country),
  constraint user_places_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE
);
alter table user_places enable row level security;
alter table user_places force row level security;
create policy job on user_places to gatehouse_job using (true) with check (true);
create policy tenant on user_places to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on user_places to gatehouse_app;
grant delete, insert, select, update on user_places to gatehouse_job;

create table user_roles (
  tenant_id text not null,
  user_id text not null,
  role_id text not null,
  role_type text default 'User'::text not null,
  constraint user_roles_pkey PRIMARY KEY (tenant_id, user_id, role_id),
  constraint user_roles_tenant_id_role_id_fkey FOREIGN KEY (tenant_id, role_id) REFERENCES roles(tenant_id, id) ON DELETE CASCADE,
  constraint user_roles_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE,
  constraint user_roles_type CHECK ((role_type = 'User'::text))
);
CREATE INDEX user_roles_holders ON public.user_roles USING btree (tenant_id, role_id, user_id);
CREATE TRIGGER holders_added AFTER INSERT ON public.user_roles REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION holders_added();
CREATE TRIGGER holders_removed AFTER DELETE ON public.user_roles REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION holders_removed();
CREATE TRIGGER user_roles_match BEFORE INSERT OR UPDATE ON public.user_roles FOR EACH ROW EXECUTE FUNCTION role_type_matches();
alter table user_roles enable row level security;
alter table user_roles force row level security;
create policy job on user_roles to gatehouse_job using (true) with check (true);
create policy tenant on user_roles to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on user_roles to gatehouse_app;
grant delete, insert, select, update on user_roles to gatehouse_job;

create table user_sign_ins (
  tenant_id text not null,
  user_id text not null,
  at timestamp with time zone not null,
  created_at timestamp with time zone not null,
  constraint user_sign_ins_pkey PRIMARY KEY (tenant_id, user_id),
  constraint user_sign_ins_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX user_sign_ins_at ON public.user_sign_ins USING btree (tenant_id, at, created_at, user_id);
alter table user_sign_ins enable row level security;
alter table user_sign_ins force row level security;
create policy job on user_sign_ins to gatehouse_job using (true) with check (true);
create policy tenant on user_sign_ins to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on user_sign_ins to gatehouse_app;
grant delete, insert, select, update on user_sign_ins to gatehouse_job;

create table user_sso_identities (
  tenant_id text not null,
  id text not null,
  user_id text not null,
  sso_connector_id text not null,
  issuer character varying(256) not null,
  identity_id character varying(128) not null,
  detail jsonb default '{}'::jsonb not null,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint user_sso_identities_pkey PRIMARY KEY (tenant_id, id),
  constraint user_sso_identities_identity UNIQUE (tenant_id, issuer, identity_id),
  constraint user_sso_identities_tenant_id_sso_connector_id_fkey FOREIGN KEY (tenant_id, sso_connector_id) REFERENCES sso_connectors(tenant_id, id) ON DELETE CASCADE,
  constraint user_sso_identities_tenant_id_user_id_fkey FOREIGN KEY (tenant_id, user_id) REFERENCES users(tenant_id, id) ON DELETE CASCADE
);
CREATE INDEX user_sso_identities_connector ON public.user_sso_identities USING btree (tenant_id, sso_connector_id);
CREATE INDEX user_sso_identities_user ON public.user_sso_identities USING btree (tenant_id, user_id);
alter table user_sso_identities enable row level security;
alter table user_sso_identities force row level security;
create policy job on user_sso_identities to gatehouse_job using (true) with check (true);
create policy tenant on user_sso_identities to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on user_sso_identities to gatehouse_app;
grant delete, insert, select, update on user_sso_identities to gatehouse_job;

create table users (
  tenant_id text not null,
  id text not null,
  username character varying(128),
  username_key text,
  primary_email character varying(128),
  email_key text,
  primary_phone character varying(128),
  phone_key text,
  name character varying(128),
  avatar character varying(2048),
  profile jsonb default '{}'::jsonb not null,
  custom_data jsonb default '{}'::jsonb not null,
  application_id text,
  cimd_client_id text,
  is_suspended boolean default false not null,
  password_hash text,
  password_method text,
  password_updated_at timestamp with time zone,
  is_password_expired boolean default false not null,
  settings jsonb default '{}'::jsonb not null,
  last_sign_in_at timestamp with time zone,
  created_at timestamp with time zone not null,
  updated_at timestamp with time zone not null,
  constraint users_pkey PRIMARY KEY (tenant_id, id),
  constraint users_email UNIQUE (tenant_id, email_key),
  constraint users_phone UNIQUE (tenant_id, phone_key),
  constraint users_username UNIQUE (tenant_id, username_key),
  constraint users_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint users_check CHECK (((password_hash IS NULL) = (password_method IS NULL)))
);
CREATE INDEX users_created_at ON public.users USING btree (tenant_id, created_at DESC, id);
CREATE INDEX users_name_start ON public.users USING btree (tenant_id, lower((name)::text) text_pattern_ops) WHERE (name IS NOT NULL);
CREATE INDEX users_phone_start ON public.users USING btree (tenant_id, primary_phone text_pattern_ops) WHERE (primary_phone IS NOT NULL);
CREATE INDEX users_search ON public.users USING gin (name gin_trgm_ops, username gin_trgm_ops, primary_email gin_trgm_ops, primary_phone gin_trgm_ops, id gin_trgm_ops);
CREATE INDEX users_suspended ON public.users USING btree (tenant_id, created_at DESC, id) WHERE is_suspended;
CREATE INDEX users_username_start ON public.users USING btree (tenant_id, lower((username)::text) text_pattern_ops) WHERE (username IS NOT NULL);
CREATE TRIGGER count_day_deleted AFTER DELETE ON public.users REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_day_deleted();
CREATE TRIGGER count_day_inserted AFTER INSERT ON public.users REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_day_inserted();
CREATE TRIGGER count_deleted AFTER DELETE ON public.users REFERENCING OLD TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_deleted();
CREATE TRIGGER count_inserted AFTER INSERT ON public.users REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION count_inserted();
CREATE TRIGGER user_signed_in AFTER UPDATE OF last_sign_in_at ON public.users FOR EACH ROW WHEN (((new.last_sign_in_at IS DISTINCT FROM old.last_sign_in_at) AND (new.last_sign_in_at IS NOT NULL))) EXECUTE FUNCTION user_signed_in();
CREATE TRIGGER users_came AFTER INSERT ON public.users REFERENCING NEW TABLE AS changed FOR EACH STATEMENT EXECUTE FUNCTION users_came();
alter table users enable row level security;
alter table users force row level security;
create policy job on users to gatehouse_job using (true) with check (true);
create policy tenant on users to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on users to gatehouse_app;
grant delete, insert, select, update on users to gatehouse_job;

create table verification_codes (
  tenant_id text not null,
  id text not null,
  interaction_hash bytea,
  address_key text not null,
  address_type text not null,
  usage_type text not null,
  code_hash bytea not null,
  tries integer default 0 not null,
  created_at timestamp with time zone not null,
  expires_at timestamp with time zone not null,
  consumed_at timestamp with time zone,
  constraint verification_codes_pkey PRIMARY KEY (tenant_id, id),
  constraint verification_codes_tenant_id_fkey FOREIGN KEY (tenant_id) REFERENCES tenants(id) ON DELETE CASCADE,
  constraint verification_codes_address_type_check CHECK ((address_type = ANY (ARRAY['email'::text, 'phone'::text])))
);
CREATE INDEX verification_codes_address ON public.verification_codes USING btree (tenant_id, address_key, usage_type);
CREATE INDEX verification_codes_expires_at ON public.verification_codes USING btree (expires_at);
alter table verification_codes enable row level security;
alter table verification_codes force row level security;
create policy job on verification_codes to gatehouse_job using (true) with check (true);
create policy tenant on verification_codes to public using ((tenant_id = current_setting('gatehouse.tenant'::text, true)));
grant delete, insert, select, update on verification_codes to gatehouse_app;
grant delete, insert, select, update on verification_codes to gatehouse_job;

CREATE OR REPLACE FUNCTION public.application_admits(tenant text, application text, person text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (
      select from application_access_users a
      where a.tenant_id = tenant and a.application_id = application and a.user_id = person)
    or exists (
      select from application_access_roles a
        join user_roles ur on ur.tenant_id = a.tenant_id and ur.role_id = a.role_id
      where a.tenant_id = tenant and a.application_id = application and ur.user_id = person)
    or exists (
      select from application_access_organizations a
        join organization_users m on m.tenant_id = a.tenant_id and m.organization_id = a.organization_id
      where a.tenant_id = tenant and a.application_id = application and m.user_id = person)
    or exists (
      select from application_access_organization_roles a
        join organization_user_roles r on r.tenant_id = a.tenant_id and r.organization_id = a.organization_id
          and r.organization_role_id = a.organization_role_id
      where a.tenant_id = tenant and a.application_id = application and r.user_id = person)
$function$;

CREATE OR REPLACE FUNCTION public.application_has_access_rules(tenant text, application text)
 RETURNS boolean
 LANGUAGE sql
 STABLE
AS $function$
  select exists (select from application_access_users a where a.tenant_id = tenant and a.application_id = application)
    or exists (select from application_access_roles a where a.tenant_id = tenant and a.application_id = application)
    or exists (select from application_access_organizations a where a.tenant_id = tenant and a.application_id = application)
    or exists (select from application_access_organization_roles a where a.tenant_id = tenant and a.application_id = application)
$function$;

CREATE OR REPLACE FUNCTION public.count_day_deleted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select tenant_id, tg_table_name || '@' || to_char(created_at at time zone 'UTC', 'YYYY-MM-DD'), -count(*)
    from changed where exists (select from tenants where tenants.id = changed.tenant_id) group by 1, 2;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_day_inserted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select tenant_id, tg_table_name || '@' || to_char(created_at at time zone 'UTC', 'YYYY-MM-DD'), count(*)
    from changed group by 1, 2;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_deleted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select tenant_id, tg_table_name, -count(*) from changed where exists (select from tenants where tenants.id = changed.tenant_id) group by tenant_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.count_inserted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into count_deltas (tenant_id, noun, delta) select tenant_id, tg_table_name, count(*) from changed group by tenant_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.counted(owned regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('create trigger count_inserted after insert on %s referencing new table as changed for each statement execute function count_inserted()', owned);
  execute format('create trigger count_deleted after delete on %s referencing old table as changed for each statement execute function count_deleted()', owned);
end $function$;

CREATE OR REPLACE FUNCTION public.drop_months(parent text, before date)
 RETURNS integer
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
 SET lock_timeout TO '2s'
AS $function$
declare
  one text;
  dropped integer := 0;
begin
  for one in
    select c.relname from pg_inherits i join pg_class c on c.oid = i.inhrelid
    where i.inhparent = parent::regclass and c.relname ~ ('^' || parent || '_\d{4}_\d{2}$')
      and c.relname < parent || '_' || to_char(before, 'YYYY_MM')
    order by 1
  loop
    execute format('drop table %I', one);
    dropped := dropped + 1;
  end loop;
  return dropped;
end $function$;

CREATE OR REPLACE FUNCTION public.gin_extract_query_trgm(text, internal, smallint, internal, internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_extract_query_trgm$function$;

CREATE OR REPLACE FUNCTION public.gin_extract_value_trgm(text, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_extract_value_trgm$function$;

CREATE OR REPLACE FUNCTION public.gin_trgm_consistent(internal, smallint, text, integer, internal, internal, internal, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_trgm_consistent$function$;

CREATE OR REPLACE FUNCTION public.gin_trgm_triconsistent(internal, smallint, text, integer, internal, internal, internal)
 RETURNS "char"
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gin_trgm_triconsistent$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_compress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_compress$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_consistent(internal, text, smallint, oid, internal)
 RETURNS boolean
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_consistent$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_decompress(internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_decompress$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_distance(internal, text, smallint, oid, internal)
 RETURNS double precision
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_distance$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_in(cstring)
 RETURNS gtrgm
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_in$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_options(internal)
 RETURNS void
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE
AS '$libdir/pg_trgm', $function$gtrgm_options$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_out(gtrgm)
 RETURNS cstring
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_out$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_penalty(internal, internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_penalty$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_picksplit(internal, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_picksplit$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_same(gtrgm, gtrgm, internal)
 RETURNS internal
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_same$function$;

CREATE OR REPLACE FUNCTION public.gtrgm_union(internal, internal)
 RETURNS gtrgm
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$gtrgm_union$function$;

CREATE OR REPLACE FUNCTION public.holders_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select tenant_id, 'user_roles:' || role_id, count(*) from changed group by tenant_id, role_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.holders_removed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select c.tenant_id, 'user_roles:' || c.role_id, -count(*) from changed c
    where exists (select from roles r where r.tenant_id = c.tenant_id and r.id = c.role_id)
    group by c.tenant_id, c.role_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.machines_only()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from applications
             where tenant_id = new.tenant_id and id = new.application_id and type <> 'MachineToMachine') then
    raise check_violation using message = 'not a machine', constraint = 'organization_applications_type', table = tg_table_name;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.make_month(parent text, month date)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'public'
AS $function$
declare
  name text := parent || '_' || to_char(month, 'YYYY_MM');
begin
  if to_regclass(name) is null then
    execute format('create table %I partition of %I for values from (%L) to (%L)', name, parent, month, (month + interval '1 month')::date);
    perform protect(name::regclass);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.member_roles_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select tenant_id, 'organization_user_roles:' || organization_id || ':' || organization_role_id, count(*)
    from changed group by tenant_id, organization_id, organization_role_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.member_roles_removed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select c.tenant_id, 'organization_user_roles:' || c.organization_id || ':' || c.organization_role_id, -count(*) from changed c
    where exists (select from organizations o where o.tenant_id = c.tenant_id and o.id = c.organization_id)
      and exists (select from organization_roles r where r.tenant_id = c.tenant_id and r.id = c.organization_role_id)
    group by c.tenant_id, c.organization_id, c.organization_role_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.member_roles_uncounted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
declare
  gone text[];
begin
  if tg_table_name = 'organizations' then
    select array_agg('organization_user_roles:' || o.id || ':' || r.id) into gone
    from changed o join organization_roles r on r.tenant_id = o.tenant_id;
  else
    select array_agg('organization_user_roles:' || o.id || ':' || r.id) into gone
    from changed r join organizations o on o.tenant_id = r.tenant_id;
  end if;
  delete from counts c where c.tenant_id in (select tenant_id from changed) and c.noun = any (gone);
  delete from count_deltas c where c.tenant_id in (select tenant_id from changed) and c.noun = any (gone);
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.members_added()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select tenant_id, 'organization_users:' || organization_id, count(*) from changed group by tenant_id, organization_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.members_removed()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into count_deltas (tenant_id, noun, delta)
    select c.tenant_id, 'organization_users:' || c.organization_id, -count(*) from changed c
    where exists (select from organizations o where o.tenant_id = c.tenant_id and o.id = c.organization_id)
    group by c.tenant_id, c.organization_id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.not_among(noun text, holders text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select case when total_of(noun) <= 1000
    then format('u.id not in (select h.user_id from %s limit 2000)', holders)
    else format('not exists (select from %s and h.user_id = u.id)', holders) end
$function$;

CREATE OR REPLACE FUNCTION public.organization_refusal(tenant text, organization text, person text, application text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select organization_refusal(tenant, organization, person, application, null::text)
$function$;

CREATE OR REPLACE FUNCTION public.organization_refusal(tenant text, organization text, person text, application text, granted text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
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
$function$;

CREATE OR REPLACE FUNCTION public.organization_role_type_matches()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from organization_roles
             where tenant_id = new.tenant_id and id = new.organization_role_id and type <> new.role_type) then
    raise check_violation using message = 'a role of another type', constraint = tg_table_name || '_type', table = tg_table_name;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.organization_uncounted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from counts c using changed o where c.tenant_id = o.tenant_id and c.noun = 'organization_users:' || o.id;
  delete from count_deltas c using changed o where c.tenant_id = o.tenant_id and c.noun = 'organization_users:' || o.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.organization_user_scopes(tenant text, organization text, person text)
 RETURNS text
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(string_agg(distinct s.name, ' ' order by s.name), '')
  from organization_user_roles h
    join organization_role_scopes g on g.tenant_id = h.tenant_id and g.organization_role_id = h.organization_role_id
    join organization_scopes s on s.tenant_id = g.tenant_id and s.id = g.organization_scope_id
  where h.tenant_id = tenant and h.organization_id = organization and h.user_id = person
$function$;

CREATE OR REPLACE FUNCTION public.pattern_start(pattern text)
 RETURNS text
 LANGUAGE sql
 IMMUTABLE
AS $function$ select substring(pattern from '^(?:[^\\%_]|\\.)*') $function$;

CREATE OR REPLACE FUNCTION public.protect(owned regclass)
 RETURNS void
 LANGUAGE plpgsql
AS $function$
begin
  execute format('alter table %s enable row level security', owned);
  execute format('alter table %s force row level security', owned);
  execute format($p$create policy tenant on %s using (tenant_id = current_setting('gatehouse.tenant', true))$p$, owned);
  execute format('create policy job on %s to gatehouse_job using (true) with check (true)', owned);
end $function$;

CREATE OR REPLACE FUNCTION public.role_type_matches()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  if exists (select from roles where tenant_id = new.tenant_id and id = new.role_id and type <> new.role_type) then
    raise check_violation using message = 'a role of another type', constraint = tg_table_name || '_type', table = tg_table_name;
  end if;
  return new;
end $function$;

CREATE OR REPLACE FUNCTION public.role_uncounted()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  delete from counts c using changed r where c.tenant_id = r.tenant_id and c.noun = 'user_roles:' || r.id;
  delete from count_deltas c using changed r where c.tenant_id = r.tenant_id and c.noun = 'user_roles:' || r.id;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.search_organization_users(organization text, pattern text, role text, page_size bigint, page_offset bigint)
 RETURNS TABLE(id text, total bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  tenant constant text := current_setting('gatehouse.tenant', true);
  matches text;
  holds text := '';
begin
  if pattern is null then
    return query execute format($q$
      select r.user_id, %s::bigint from organization_user_roles r
      where r.tenant_id = %L and r.organization_id = %L and r.organization_role_id = %L
      order by r.user_id limit %s offset %s
      $q$, total_of('organization_user_roles:' || organization || ':' || role), tenant, organization, role, page_size, page_offset);
    return;
  end if;
  if role is not null then
    holds := format('and exists (select from organization_user_roles r
      where r.tenant_id = %L and r.organization_id = %L and r.user_id = u.id and r.organization_role_id = %L)', tenant, organization, role);
  end if;
  select '(' || string_agg(user_likeness(field, pattern, false), ' or ') || ')' into matches
  from unnest(array['id', 'primary_email', 'primary_phone', 'username', 'name']) field;
  -- In a large organization the text finds fewer people than the membership, in a small one more.
  if total_of('organization_users:' || organization) > 1000 then
    return query execute format($q$
      with named as materialized (select u.id from users u where u.tenant_id = %1$L and %3$s),
      found as materialized (
        select u.id from named u where exists (
          select from organization_users m where m.tenant_id = %1$L and m.organization_id = %2$L and m.user_id = u.id) %4$s)
      select f.id, (select count(*) from found) from found f order by f.id limit %5$s offset %6$s
      $q$, tenant, organization, matches, holds, page_size, page_offset);
  else
    return query execute format($q$
      with members as materialized (
        select m.user_id from organization_users m where m.tenant_id = %1$L and m.organization_id = %2$L),
      found as materialized (
        select u.id from members m join users u on u.tenant_id = %1$L and u.id = m.user_id where %3$s %4$s)
      select f.id, (select count(*) from found) from found f order by f.id limit %5$s offset %6$s
      $q$, tenant, organization, matches, holds, page_size, page_offset);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.search_organizations(pattern text, page_size bigint, page_offset bigint)
 RETURNS TABLE(id text, total bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  tenant constant text := current_setting('gatehouse.tenant', true);
  begun constant text := case when length(pattern) > 14 then rtrim(left(pattern, 13), '\') || '%' else pattern end;
begin
  return query execute format($q$
    with found as materialized (
      select o.id, o.created_at from organizations o
      where o.tenant_id = %1$L and (o.id ilike %2$L and (o.id || '') ilike %3$L or o.name ilike %2$L and (o.name || '') ilike %3$L))
    select f.id, (select count(*) from found) from found f order by f.created_at, f.id limit %4$s offset %5$s
    $q$, tenant, begun, pattern, page_size, page_offset);
end $function$;

CREATE OR REPLACE FUNCTION public.search_users(conditions jsonb, every boolean, case_sensitive boolean, filters jsonb, most bigint, page_size bigint, page_offset bigint)
 RETURNS TABLE(id text, total bigint)
 LANGUAGE plpgsql
 STABLE SECURITY DEFINER ROWS 20
 SET search_path TO 'public', 'pg_temp'
AS $function$
declare
  tenant constant text := current_setting('gatehouse.tenant', true);
  names constant text[] := array(select jsonb_object_keys(filters) order by 1);
  chosen text;
  filtered text;
  counted bigint;
begin
  select string_agg('(' || one.alternatives || ')', case when every then ' and ' else ' or ' end) into chosen
  from (
    select (select string_agg(user_search_comparison(c.key, c.value, v.given, case_sensitive), ' or ')
            from jsonb_each_text(condition -> 'columns') c,
                 (select array(select jsonb_array_elements_text(condition -> 'values')) as given) v) as alternatives
    from jsonb_array_elements(conditions) condition
  ) one;
  select string_agg(user_filter(tenant, f.key, f.value), ' and ') into filtered from jsonb_each_text(filters) f;
  if chosen is not null then
    return query execute format($q$
      with found as materialized (
        select u.id, u.created_at from users u where u.tenant_id = %L and (%s) and %s)
      select f.id, (select count(*) from found) from found f order by f.created_at desc, f.id limit %s offset %s
      $q$, tenant, chosen, coalesce(filtered, 'true'), page_size, page_offset);
    return;
  end if;
  if names = array['role'] then
    counted := total_of('user_roles:' || (filters ->> 'role'));
  elsif names = array['withoutRole'] then
    counted := total_of('users') - total_of('user_roles:' || (filters ->> 'withoutRole'));
  elsif names = array['withoutOrganization'] then
    counted := total_of('users') - total_of('organization_users:' || (filters ->> 'withoutOrganization'));
  elsif names <@ array['signedInFrom', 'signedInUntil'] then
    execute format('select count(*) from (select from %s limit %s) as part', sign_ins_within(tenant, filters), most + 1) into counted;
    -- Few are put in order; of many, the newest people have some soon.
    if counted <= most then
      return query execute format('select s.user_id, %s::bigint from %s order by s.created_at desc, s.user_id limit %s offset %s',
                                  counted, sign_ins_within(tenant, filters), page_size, page_offset);
      return;
    end if;
  else
    execute format('select count(*) from (select from users u where u.tenant_id = %L and %s limit %s) as part',
                   tenant, coalesce(filtered, 'true'), most + 1) into counted;
  end if;
  if counted > page_offset then
    return query execute format($q$
      select u.id, %s::bigint from users u where u.tenant_id = %L and %s
      order by u.created_at desc, u.id limit %s offset %s
      $q$, counted, tenant, coalesce(filtered, 'true'), page_size, page_offset);
  end if;
end $function$;

CREATE OR REPLACE FUNCTION public.set_limit(real)
 RETURNS real
 LANGUAGE c
 STRICT
AS '$libdir/pg_trgm', $function$set_limit$function$;

CREATE OR REPLACE FUNCTION public.show_limit()
 RETURNS real
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$show_limit$function$;

CREATE OR REPLACE FUNCTION public.show_trgm(text)
 RETURNS text[]
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$show_trgm$function$;

CREATE OR REPLACE FUNCTION public.sign_ins_within(tenant text, filters jsonb)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
begin
  return format('user_sign_ins s where s.tenant_id = %L', tenant)
    || case when filters ? 'signedInFrom' then format(' and s.at >= %L::timestamptz', filters ->> 'signedInFrom') else '' end
    || case when filters ? 'signedInUntil' then format(' and s.at < %L::timestamptz', filters ->> 'signedInUntil') else '' end;
end $function$;

CREATE OR REPLACE FUNCTION public.similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity$function$;

CREATE OR REPLACE FUNCTION public.similarity_dist(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity_dist$function$;

CREATE OR REPLACE FUNCTION public.similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$similarity_op$function$;

CREATE OR REPLACE FUNCTION public.sso_identities_of(tenant text, person text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(jsonb_agg(jsonb_build_object(
      'tenantId', s.tenant_id, 'id', s.id, 'userId', s.user_id, 'issuer', s.issuer, 'identityId', s.identity_id,
      'detail', s.detail, 'createdAt', floor(extract(epoch from s.created_at) * 1000)::bigint,
      'updatedAt', floor(extract(epoch from s.updated_at) * 1000)::bigint, 'ssoConnectorId', s.sso_connector_id)
      order by s.created_at, s.id), '[]')
  from user_sso_identities s where s.tenant_id = tenant and s.user_id = person
$function$;

CREATE OR REPLACE FUNCTION public.strict_word_similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity$function$;

CREATE OR REPLACE FUNCTION public.strict_word_similarity_commutator_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_commutator_op$function$;

CREATE OR REPLACE FUNCTION public.strict_word_similarity_dist_commutator_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_dist_commutator_op$function$;

CREATE OR REPLACE FUNCTION public.strict_word_similarity_dist_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_dist_op$function$;

CREATE OR REPLACE FUNCTION public.strict_word_similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$strict_word_similarity_op$function$;

CREATE OR REPLACE FUNCTION public.total_of(noun text)
 RETURNS bigint
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce((select total from counts c where c.tenant_id = current_setting('gatehouse.tenant', true) and c.noun = $1), 0)
       + coalesce((select sum(delta) from count_deltas d where d.tenant_id = current_setting('gatehouse.tenant', true) and d.noun = $1), 0)::bigint
$function$;

CREATE OR REPLACE FUNCTION public.user_equality(field text, given text, case_sensitive boolean)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
declare
  equality constant text := case
    when case_sensitive then format('u.%I = %L', field, given)
    else format('lower(u.%I) = %L', field, lower(given)) end;
begin
  return case
    when field in ('name', 'username') then format('(lower(u.%I) = %L and %s)', field, lower(given), equality)
    when field = 'primary_phone' then format('(u.primary_phone = %L and %s)', given, equality)
    when field = 'id' and case_sensitive then equality
    when field = 'primary_email' and given ~ '^[\x21-\x7e]*$' then format('(u.email_key = %L and %s)', lower(given), equality)
    else format('(u.%I ilike %L and %s)', field, '%' || regexp_replace(given, '([\\%_])', '\\\1', 'g') || '%', equality) end;
end $function$;

CREATE OR REPLACE FUNCTION public.user_filter(tenant text, filter text, value text)
 RETURNS text
 LANGUAGE plpgsql
 STABLE
AS $function$
begin
  return case filter
    when 'withoutRole' then not_among('user_roles:' || value,
      format('user_roles h where h.tenant_id = %L and h.role_id = %L', tenant, value))
    when 'withoutOrganization' then not_among('organization_users:' || value,
      format('organization_users h where h.tenant_id = %L and h.organization_id = %L', tenant, value))
    when 'role' then format('u.id in (select r.user_id from user_roles r where r.tenant_id = %L and r.role_id = %L)', tenant, value)
    when 'suspended' then format('u.is_suspended = %L::boolean', value)
    when 'createdFrom' then format('u.created_at >= %L::timestamptz', value)
    when 'createdUntil' then format('u.created_at < %L::timestamptz', value)
    when 'signedInFrom' then format('u.last_sign_in_at >= %L::timestamptz', value)
    when 'signedInUntil' then format('u.last_sign_in_at < %L::timestamptz', value)
  end;
end $function$;

CREATE OR REPLACE FUNCTION public.user_identities_of(tenant text, person text)
 RETURNS json
 LANGUAGE sql
 STABLE
AS $function$
  select json_object_agg(i.target, json_build_object('userId', i.identity_id, 'details', i.details))
  from user_identities i where i.tenant_id = tenant and i.user_id = person
$function$;

CREATE OR REPLACE FUNCTION public.user_likeness(field text, pattern text, case_sensitive boolean)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
declare
  operator constant text := case when case_sensitive then 'like' else 'ilike' end;
  local constant text := split_part(pattern, '@', 1);
  start constant text := pattern_start(pattern);
  whole constant text := format('(u.%I || '''') %s %L', field, operator, pattern);
begin
  if pattern = start || '%' and length(start) > 2 and (field <> 'primary_email' or start ~ '^[\x21-\x7e]*$') and field <> 'id' then
    return format('(%s like %L and %s)',
      case field when 'primary_email' then 'u.email_key' when 'primary_phone' then 'u.primary_phone' else format('lower(u.%I)', field) end,
      case field when 'primary_phone' then pattern else lower(pattern) end,
      whole);
  elsif local <> pattern and local ~ '[[:alnum:]]{3}' and local !~ '\\$' then
    return format('(u.%I %s %L and %s)', field, operator, local || '%', whole);
  end if;
  return format('(u.%I %s %L)', field, operator, pattern);
end $function$;

CREATE OR REPLACE FUNCTION public.user_memberships(tenant text, person text)
 RETURNS json
 LANGUAGE sql
 STABLE
AS $function$
  select json_build_object(
    'organizations', (
      select coalesce(json_agg(json_build_object('id', o.id, 'name', o.name, 'description', o.description) order by o.created_at, o.id), '[]')
      from organization_users m join organizations o on o.tenant_id = m.tenant_id and o.id = m.organization_id
      where m.tenant_id = tenant and m.user_id = person),
    'roles', (
      select coalesce(json_agg(h.organization_id || ':' || r.name order by h.organization_id, r.name), '[]')
      from organization_users m
        join organization_user_roles h on h.tenant_id = m.tenant_id and h.organization_id = m.organization_id and h.user_id = m.user_id
        join organization_roles r on r.tenant_id = h.tenant_id and r.id = h.organization_role_id
      where m.tenant_id = tenant and m.user_id = person))
$function$;

CREATE OR REPLACE FUNCTION public.user_role_names(tenant text, person text)
 RETURNS text[]
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(array_agg(r.name order by r.name), '{}')
  from user_roles ur join roles r on r.tenant_id = ur.tenant_id and r.id = ur.role_id
  where ur.tenant_id = tenant and ur.user_id = person
$function$;

CREATE OR REPLACE FUNCTION public.user_scopes(tenant text, person text, indicators text[])
 RETURNS jsonb
 LANGUAGE sql
 STABLE
AS $function$ select user_scopes(tenant, person, indicators, null) $function$;

CREATE OR REPLACE FUNCTION public.user_scopes(tenant text, person text, indicators text[], organization text)
 RETURNS jsonb
 LANGUAGE sql
 STABLE
AS $function$
  select coalesce(jsonb_object_agg(granted.indicator, granted.names), '{}')
  from (
    select r.indicator, string_agg(distinct s.name, ' ' order by s.name) as names
    from (
      select rs.scope_id
      from user_roles ur join role_scopes rs on rs.tenant_id = ur.tenant_id and rs.role_id = ur.role_id
      where ur.tenant_id = tenant and ur.user_id = person
      union all
      select rs.scope_id
      from organization_users m
        join organization_user_roles h on h.tenant_id = m.tenant_id and h.organization_id = m.organization_id and h.user_id = m.user_id
        join organization_role_resource_scopes rs on rs.tenant_id = h.tenant_id and rs.organization_role_id = h.organization_role_id
      where m.tenant_id = tenant and m.user_id = person and (organization is null or m.organization_id = organization)
    ) held
      join scopes s on s.tenant_id = tenant and s.id = held.scope_id
      join resources r on r.tenant_id = s.tenant_id and r.id = s.resource_id
    where r.indicator = any (indicators)
    group by r.indicator
    union all
    select 'urn:logto:resource:organizations', string_agg(s.name, ' ' order by s.name)
    from organization_scopes s
    where s.tenant_id = tenant and 'urn:logto:resource:organizations' = any (indicators)
    having count(*) > 0
  ) granted
$function$;

CREATE OR REPLACE FUNCTION public.user_search_comparison(field text, mode text, given text[], case_sensitive boolean)
 RETURNS text
 LANGUAGE plpgsql
 IMMUTABLE
AS $function$
begin
  if field <> all (array['id', 'primary_email', 'primary_phone', 'username', 'name']) then
    raise exception 'not a field of the search: %', field;
  end if;
  return case mode
    when 'LIKE' then user_likeness(field, given[1], case_sensitive)
    when 'SIMILAR_TO' then format('u.%I similar to %L', field, given[1])
    when 'POSIX' then format(case when case_sensitive then 'u.%I ~ %L' else 'u.%I ~* %L' end, field, given[1])
    else (select '(' || string_agg(user_equality(field, one, case_sensitive), ' or ') || ')' from unnest(given) one) end;
end $function$;

CREATE OR REPLACE FUNCTION public.user_signed_in()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into user_sign_ins (tenant_id, user_id, at, created_at)
    values (new.tenant_id, new.id, new.last_sign_in_at, new.created_at)
    on conflict (tenant_id, user_id) do update set at = excluded.at;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.users_came()
 RETURNS trigger
 LANGUAGE plpgsql
AS $function$
begin
  insert into user_sign_ins (tenant_id, user_id, at, created_at)
    select tenant_id, id, last_sign_in_at, created_at from changed where last_sign_in_at is not null;
  return null;
end $function$;

CREATE OR REPLACE FUNCTION public.word_similarity(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity$function$;

CREATE OR REPLACE FUNCTION public.word_similarity_commutator_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_commutator_op$function$;

CREATE OR REPLACE FUNCTION public.word_similarity_dist_commutator_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_dist_commutator_op$function$;

CREATE OR REPLACE FUNCTION public.word_similarity_dist_op(text, text)
 RETURNS real
 LANGUAGE c
 IMMUTABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_dist_op$function$;

CREATE OR REPLACE FUNCTION public.word_similarity_op(text, text)
 RETURNS boolean
 LANGUAGE c
 STABLE PARALLEL SAFE STRICT
AS '$libdir/pg_trgm', $function$word_similarity_op$function$;
