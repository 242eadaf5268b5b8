-- A new database: the two tenants, the built-in applications, the Management API and who may call it.
insert into tenants (id, created_at) values ('default', now()), ('admin', now());

select set_config('gatehouse.tenant', 'default', true);
insert into applications (tenant_id, id, name, description, type, custom_client_metadata, created_at) values
  ('default', 'demo-app', 'Live Preview', 'Shows a sign-in as your users will see it.', 'SPA', '{}', now()),
  ('default', 'account-center', 'Account Center', 'Where users look after their own account.', 'SPA', '{"alwaysIssueRefreshToken": true}', now()),
  ('default', 'device-demo-app', 'Device Flow Preview', 'Shows a sign-in on a device without a keyboard.', 'Native', '{"isDeviceFlow": true}', now());
insert into resources (tenant_id, id, name, indicator, created_at) values
  ('default', 'management-api', 'Management API', 'https://default.logto.app/api', now());
insert into scopes (tenant_id, id, resource_id, name, description, created_at) values
  ('default', 'management-api-all', 'management-api', 'all', 'Every operation of the Management API.', now());
insert into roles (tenant_id, id, name, description, type, created_at) values
  ('default', 'admin-role', '#internal:admin', 'Internal role of applications that administer this tenant.', 'MachineToMachine', now()),
  ('default', 'management-api-access', 'Logto Management API access', 'Lets a machine-to-machine application call the Management API.', 'MachineToMachine', now());
insert into role_scopes (tenant_id, role_id, scope_id) values
  ('default', 'admin-role', 'management-api-all'),
  ('default', 'management-api-access', 'management-api-all');

select set_config('gatehouse.tenant', 'admin', true);
insert into applications (tenant_id, id, name, description, type, custom_client_metadata, created_at) values
  ('admin', 'admin-console', 'Admin Console', 'The Console of this installation.', 'SPA', '{"alwaysIssueRefreshToken": true}', now()),
  ('admin', 'account-center', 'Account Center', 'Where administrators look after their own account.', 'SPA', '{"alwaysIssueRefreshToken": true}', now()),
  ('admin', 'm-default', 'Management of default', 'Calls the Management API of the tenant default.', 'MachineToMachine', '{}', now()),
  ('admin', 'm-admin', 'Management of admin', 'Calls the Management API of the tenant admin.', 'MachineToMachine', '{}', now());
insert into resources (tenant_id, id, name, indicator, created_at) values
  ('admin', 'management-api-default', 'Management API of default', 'https://default.logto.app/api', now()),
  ('admin', 'management-api', 'Management API of admin', 'https://admin.logto.app/api', now()),
  ('admin', 'me-api', 'Me API', 'https://admin.logto.app/me', now());
insert into scopes (tenant_id, id, resource_id, name, description, created_at) values
  ('admin', 'management-api-default-all', 'management-api-default', 'all', 'Every operation of the Management API of default.', now()),
  ('admin', 'management-api-all', 'management-api', 'all', 'Every operation of the Management API of admin.', now()),
  ('admin', 'me-api-all', 'me-api', 'all', 'An administrator''s own account.', now());
insert into roles (tenant_id, id, name, description, type, is_default, created_at) values
  ('admin', 'user-role', 'user', 'Everybody with an account of the Console.', 'User', true, now()),
  ('admin', 'default-admin-role', 'default:admin', 'Administers the tenant default.', 'User', false, now()),
  ('admin', 'machine-default', 'machine:mapi:default', 'Calls the Management API of default.', 'MachineToMachine', false, now()),
  ('admin', 'machine-admin', 'machine:mapi:admin', 'Calls the Management API of admin.', 'MachineToMachine', false, now());
insert into role_scopes (tenant_id, role_id, scope_id) values
  ('admin', 'user-role', 'me-api-all'),
  ('admin', 'default-admin-role', 'management-api-default-all'),
  ('admin', 'machine-default', 'management-api-default-all'),
  ('admin', 'machine-admin', 'management-api-all');
insert into application_roles (tenant_id, application_id, role_id) values
  ('admin', 'm-default', 'machine-default'),
  ('admin', 'm-admin', 'machine-admin');

-- Sign-in with a username and a password; the Console's people are created by an administrator.
do $$
declare
  tenant text;
begin
  foreach tenant in array array['default', 'admin'] loop
    perform set_config('gatehouse.tenant', tenant, true);
    insert into sign_in_experiences (tenant_id, value, updated_at) values (tenant, jsonb_build_object(
      'color', jsonb_build_object('primaryColor', '#1F5C4A', 'isDarkModeEnabled', true, 'darkPrimaryColor', '#7CC7AA'),
      'branding', '{}'::jsonb,
      'hideLogtoBranding', false,
      'languageInfo', jsonb_build_object('autoDetect', true, 'fallbackLanguage', 'en'),
      'termsOfUseUrl', null, 'privacyPolicyUrl', null, 'agreeToTermsPolicy', 'Automatic',
      'signIn', '{"methods": [{"identifier": "username", "password": true, "verificationCode": false, "isPasswordPrimary": true}]}'::jsonb,
      'signUp', '{"identifiers": ["username"], "password": true, "verify": false}'::jsonb,
      'socialSignIn', '{}'::jsonb,
      'socialSignInConnectorTargets', '[]'::jsonb,
      'signInMode', case tenant when 'admin' then 'SignIn' else 'SignInAndRegister' end,
      'customCss', null, 'customContent', '{}'::jsonb, 'customUiAssets', null, 'customUiCsp', '{}'::jsonb,
      'passwordPolicy', '{}'::jsonb,
      'mfa', '{"factors": [], "policy": "UserControlled"}'::jsonb,
      'adaptiveMfa', '{}'::jsonb,
      'singleSignOnEnabled', false,
      'supportEmail', null, 'supportWebsiteUrl', null, 'unknownSessionRedirectUrl', null,
      'captchaPolicy', '{}'::jsonb, 'sentinelPolicy', '{}'::jsonb, 'emailBlocklistPolicy', '{}'::jsonb,
      'verificationCodePolicy', '{}'::jsonb, 'forgotPasswordMethods', '[]'::jsonb,
      'passkeySignIn', '{}'::jsonb, 'signUpProfileFields', null, 'passwordExpiration', '{}'::jsonb,
      'usernamePolicy', '{"caseSensitive": true, "minLength": 1, "maxLength": 128,
        "allowedChars": {"lowercase": true, "uppercase": true, "numbers": true, "underscore": true}}'::jsonb), now());
    insert into configs (tenant_id, key, value) values
      (tenant, 'idToken', '{"enabledExtendedClaims": ["roles", "organizations", "organization_roles"]}'),
      (tenant, 'adminConsole', '{"signInExperienceCustomized": false, "organizationCreated": false}');
  end loop;
end $$;
select make_month('logs', date_trunc('month', now())::date), make_month('logs', (date_trunc('month', now()) + interval '1 month')::date),
       make_month('audit_records', date_trunc('month', now())::date), make_month('audit_records', (date_trunc('month', now()) + interval '1 month')::date);
