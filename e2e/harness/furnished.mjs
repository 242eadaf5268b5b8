// A tenant in which no page of the Console is empty.
/** Fills the tenant, so that no page is empty; gives the addresses of all pages. */
export async function furnish(management) {
  const web = await management.application({ name: 'Bookstore', type: 'Traditional', redirectUris: ['https://books.example/callback'], postLogoutRedirectUris: ['https://books.example/'], customData: { guide: 'flask' } });
  await management.application({ name: 'Reading room', type: 'SPA', redirectUris: ['https://reading.example/callback'], customData: { guide: 'react' } });
  const machine = await management.application({ name: 'Nightly import', type: 'MachineToMachine' });
  const others = await management.application({ name: 'Galley', type: 'Traditional', isThirdParty: true });
  const intranet = await management.post('/saml-applications', {
    name: 'Intranet',
    entityId: 'https://intranet.example/metadata',
    acsUrl: { binding: 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST', url: 'https://intranet.example/acs' },
    attributeMapping: { email: 'mail' },
  });
  const books = await management.post('/resources', { name: 'Books', indicator: 'https://books.example/api' });
  const scope = await management.post(`/resources/${books.id}/scopes`, { name: 'read:books', description: 'Read the books' });
  await management.post(`/resources/${books.id}/scopes`, { name: 'write:books', description: 'Add and change books' });
  const role = await management.post('/roles', { name: 'Reader', description: 'Reads books', type: 'User', scopeIds: [scope.id] });
  await management.post('/roles', { name: 'Robots', description: 'Import books at night', type: 'MachineToMachine', scopeIds: [scope.id] });
  const mira = await management.user({ username: 'mira', name: 'Mira Levi', primaryEmail: 'mira@books.example', primaryPhone: '4915112345678', password: 'High-tide-71-sail' });
  for (const [username, name] of [['noor', 'Noor Haddad'], ['jun', '林俊'], ['beatriz', 'Beatriz Albuquerque de Vasconcelos'], ['leo', null]]) await management.user({ username, ...(name && { name }), password: 'High-tide-71-sail' });
  await management.send('POST', `/roles/${role.id}/users`, { userIds: [mira.id] });
  await management.post('/connectors', { connectorId: 'huggingface-universal', config: { clientId: 'gatehouse', clientSecret: 'a secret of the stand-in' } });
  const social = await management.post('/connectors', {
    connectorId: 'oauth2',
    metadata: { target: 'harbour', name: { en: 'Harbour ID' } },
    config: {
      authorizationEndpoint: 'https://id.harbour.example/authorize',
      tokenEndpoint: 'https://id.harbour.example/token',
      userInfoEndpoint: 'https://id.harbour.example/me',
      clientId: 'gatehouse',
      clientSecret: 'a secret of the stand-in',
    },
  });
  const domain = await management.post('/domains', { domain: 'login.harbour.example' });
  const enterprise = await management.post('/sso-connectors', { providerName: 'SAML', connectorName: 'Harbour', domains: ['harbour.example'] });
  const payment = await management.post('/authorization-detail-types', {
    type: 'payment',
    displayName: 'Make a payment',
    resource: 'https://books.example/api',
    fields: [
      { name: 'amount', label: 'Amount', kind: 'number', required: true },
      { name: 'currency', kind: 'text', values: ['EUR', 'USD'] },
    ],
  });
  await management.post(`/applications/${web.id}/trusted-issuers`, { issuer: 'https://partner.example', jwksUri: 'https://partner.example/keys', subject: 'email' });
  await management.post('/configs/oidc/registration/initial-access-tokens', { name: 'For the partners', uses: 10 });
  const read = await management.post('/organization-scopes', { name: 'read:reports', description: 'Read the reports' });
  const clerk = await management.post('/organization-roles', { name: 'Clerk', description: 'Reads reports', organizationScopeIds: [read.id] });
  const harbour = await management.post('/organizations', { name: 'Harbour', description: 'Ships and cranes' });
  await management.send('POST', `/organizations/${harbour.id}/users`, { userIds: [mira.id] });
  await management.send('POST', `/organizations/${harbour.id}/users/roles`, { userIds: [mira.id], organizationRoleIds: [clerk.id] });
  await management.send('POST', `/organizations/${harbour.id}/applications`, { applicationIds: [machine.id] });
  await management.send('POST', `/organizations/${harbour.id}/jit/email-domains`, { emailDomain: 'harbour.example' });
  await management.post('/organization-invitations', { invitee: 'jun@books.example', organizationId: harbour.id, organizationRoleIds: [clerk.id], expiresAt: Date.now() + 86_400_000 });
  const hook = await management.post('/hooks', { name: 'Ledger', events: ['Role.Created', 'User.Created'], config: { url: 'http://127.0.0.1:9/hook', headers: { 'X-Shop': 'books' } } });
  await management.post('/roles', { name: 'Crew', description: 'Sails', type: 'User' });
  const mail = await management.post('/connectors', { connectorId: 'http-email', config: { endpoint: 'https://mail.example/send' } });
  await management.post('/custom-profile-fields', { name: 'companySize', type: 'Select', label: 'Size of the company', required: true, config: { options: [{ value: 'small', label: 'Up to ten people' }, { value: 'large' }] } });
  await management.post('/custom-profile-fields', { name: 'nickname', type: 'Text', required: false });
  await management.post('/one-time-tokens', { email: 'beatriz.albuquerque.de.vasconcelos@books.example', expiresIn: 604_800 });
  const [template] = await management.put('/email-templates', { templates: [{ languageTag: 'en', templateType: 'SignIn', details: { subject: 'Your code for {{application.name}}', content: '<p>Hello! Your code is <b>{{code}}</b>.</p>', contentType: 'text/html' } }] });
  await management.signInExperience({ socialSignInConnectorTargets: ['huggingface'] });
  return [
    'get-started',
    'dashboard',
    'applications',
    'applications/create',
    `applications/${web.id}`,
    `applications/${web.id}/guide`,
    `applications/${web.id}/authentication`,
    `applications/${web.id}/protocol`,
    `applications/${web.id}/access`,
    `applications/${web.id}/branding`,
    `applications/${web.id}/logs`,
    `applications/${machine.id}`,
    `applications/${machine.id}/permissions`,
    `applications/${machine.id}/organizations`,
    `applications/${others.id}/permissions`,
    `applications/${intranet.id}`,
    'sign-in-experience/branding',
    'sign-in-experience/sign-up-and-sign-in',
    'sign-in-experience/profile',
    'sign-in-experience/multi-factor',
    'sign-in-experience/content',
    'sign-in-experience/content/en',
    'sign-in-experience/password-policy',
    'sign-in-experience/security',
    'account-center',
    'connectors/social',
    'connectors/social/create',
    'connectors/social/create/oidc',
    `connectors/social/${social.id}`,
    'enterprise-sso',
    'enterprise-sso/create',
    `enterprise-sso/${enterprise.id}`,
    'connectors/passwordless',
    'connectors/passwordless/create?type=Email',
    `connectors/passwordless/${mail.id}`,
    'connectors/email-templates',
    'connectors/email-templates/create',
    `connectors/email-templates/${template.id}`,
    'api-resources',
    'api-resources/create',
    `api-resources/${books.id}`,
    `api-resources/${books.id}/settings`,
    'authorization-details',
    'authorization-details/create',
    `authorization-details/${payment.id}`,
    'roles',
    'roles/create',
    `roles/${role.id}`,
    `roles/${role.id}/holders`,
    `roles/${role.id}/settings`,
    'users',
    'users/create',
    `users/${mira.id}`,
    `users/${mira.id}/roles`,
    `users/${mira.id}/organizations`,
    `users/${mira.id}/logs`,
    'one-time-tokens',
    'organization-template',
    'organization-template/create',
    'organization-template/permissions',
    `organization-template/roles/${clerk.id}`,
    'organizations',
    'organizations/create',
    `organizations/${harbour.id}`,
    `organizations/${harbour.id}/members`,
    `organizations/${harbour.id}/machines`,
    `organizations/${harbour.id}/invitations`,
    `organizations/${harbour.id}/joining`,
    'token-claims/people',
    'actions/password-refused',
    'actions/signed-in',
    'webhooks',
    'webhooks/create',
    `webhooks/${hook.id}`,
    `webhooks/${hook.id}/deliveries`,
    'tenant-settings',
    'tenant-settings/sessions',
    'tenant-settings/domains',
    'tenant-settings/domains/create',
    `tenant-settings/domains/${domain.id}`,
    'tenant-settings/registration',
    'tenant-settings/clients',
    'audit-logs',
    'audit-logs/administrators',
    'profile',
    'handbook',
    'handbook/flask',
    'roles/nothing-here',
    'nothing-here',
  ];
}
