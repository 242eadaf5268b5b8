// What administrators set on the pages of the Console, by clicks alone: how applications prove themselves, scripts, keys, who registers.
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { Administrator } from '../../harness/administrator.mjs';
import { launch } from '../../harness/browser.mjs';
import { startGatehouse } from '../../harness/server.mjs';

describe('settings in the Console', () => {
  let server;
  let browser;
  let keeper;
  let page;
  let intranet;
  let group;

  before(async () => {
    server = await startGatehouse('console-settings');
    browser = await launch();
    keeper = await Administrator.first(browser, 'console-settings', server, { viewport: { width: 1440, height: 900 } });
    page = keeper.page;
    await server.management.application({ name: 'Bookstore', type: 'Traditional', redirectUris: ['https://books.example/callback'] });
    const books = await server.management.post('/resources', { name: 'Books', indicator: 'https://books.example/api' });
    await server.management.post(`/resources/${books.id}/scopes`, { name: 'read:books', description: 'Read the books' });
    // A provider of SAML with metadata of its own: this server, which is one for its applications.
    intranet = await server.management.post('/saml-applications', { name: 'Intranet' });
    await server.management.post('/sso-connectors', { providerName: 'SAML', connectorName: 'Harbour', domains: ['harbour.example'] });
  });
  after(async () => {
    await browser?.close();
    group?.close();
    await server?.stop();
  });

  const open = async (path) => {
    await page.goto(`${server.adminEndpoint}/console/default/${path}`);
    await page.locator('main h1, [role=dialog] h2').first().waitFor();
    await keeper.settles();
  };
  /** What stands in an editor, line by line. */
  const linesOf = (label) => keeper.field(label).locator('.cm-line').allInnerTexts();
  /** Writes a whole script over what stands there. */
  const write = async (label, script) => {
    await keeper.field(label).focus();
    await page.keyboard.press('Control+a');
    await page.keyboard.insertText(script);
  };
  const saved = async () => {
    await keeper.button('Save changes').click();
    await keeper.button('Save changes').waitFor({ state: 'detached' });
  };

  it('sets how an application proves itself, and refuses a private key where it stands', async () => {
    const { id } = (await server.management.get('/applications')).find(({ name }) => name === 'Bookstore');
    await open(`applications/${id}/authentication`);
    await keeper.field('Method').selectOption('private_key_jwt');
    await page.getByText('This method needs public keys.').waitFor();
    await keeper.field('Where they are').selectOption('given');
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const set = (key) => JSON.stringify({ keys: [{ ...key.export({ format: 'jwk' }), kid: 'one', use: 'sig', alg: 'ES256' }] });
    await keeper.field('Key set (JWKS)').fill(set(privateKey));
    await page.getByText(/There is a private key in it/).waitFor();
    assert.ok(await keeper.button('Save changes').isDisabled());
    await keeper.field('Key set (JWKS)').fill(set(publicKey));
    await page.getByRole('switch', { name: 'FAPI 2.0' }).check();
    await keeper.looks('authentication-by-key');
    await saved();
    const { method, jwks, fapi } = await server.management.get(`/applications/${id}/authentication`);
    assert.deepEqual([method, jwks.keys[0].kid, fapi], ['private_key_jwt', 'one', true]);

    await page.getByRole('link', { name: 'Protocol' }).click();
    await page.getByRole('switch', { name: 'Only pushed requests (PAR)' }).check();
    await keeper.field('ID token: signature').selectOption('PS256');
    await keeper.field('Back-channel address').fill('https://books.example/signed-out');
    await saved();
    const protocol = await server.management.get(`/applications/${id}/protocol`);
    assert.deepEqual([protocol.requirePushedAuthorizationRequests, protocol.idTokenSignedResponseAlg], [true, 'PS256']);
    const { oidcClientMetadata } = await server.management.get(`/applications/${id}`);
    assert.equal(oidcClientMetadata.backchannelLogoutUri, 'https://books.example/signed-out');
    assert.deepEqual(oidcClientMetadata.redirectUris, ['https://books.example/callback']);
  });

  it('sets what people see and change of their own account', async () => {
    await open('account-center');
    await page.getByRole('switch', { name: 'People look after their own account' }).check();
    await keeper.field('Name').selectOption('May be changed');
    await keeper.field('E-mail address').selectOption('Shown');
    await keeper.field('Where an account is deleted').fill('shop.example/goodbye');
    await page.getByText('Enter an address that begins with https://.').waitFor();
    assert.ok(await keeper.button('Save changes').isDisabled());
    await keeper.field('Where an account is deleted').fill('https://shop.example/goodbye');
    await keeper.looks('account-center');
    await saved();
    const { enabled, fields, deleteAccountUrl } = await server.management.get('/account-center');
    assert.deepEqual([enabled, fields.name, fields.email, deleteAccountUrl], [true, 'Edit', 'ReadOnly', 'https://shop.example/goodbye']);
  });

  it('sets by which IDs and which ways an application deals with people', async () => {
    const { id } = (await server.management.get('/applications')).find(({ name }) => name === 'Bookstore');
    await open(`applications/${id}/protocol`);
    await page.getByRole('switch', { name: 'IDs of its own (pairwise)' }).check();
    await page.getByText('It will not recognise the people it knows').waitFor();
    await keeper.field('Group of applications').fill('http://group.example/all.json');
    await page.getByText('An address begins with https://.').waitFor();
    assert.ok(await keeper.button('Save changes').isDisabled());
    let members = ['https://other.example/callback'];
    group = createServer((request, answer) => answer.setHeader('content-type', 'application/json').end(JSON.stringify(members))).listen(0, '127.0.0.1');
    await once(group, 'listening');
    const list = `http://127.0.0.1:${group.address().port}/all.json`;
    await keeper.field('Group of applications').fill(list);
    await page.getByRole('switch', { name: 'All that its kind may use' }).uncheck();
    for (const type of ['authorization_code', 'refresh_token', 'jwt-bearer', 'ciba']) await page.getByRole('checkbox', { name: new RegExp(type) }).uncheck();
    await page.getByText('Tick at least one.').waitFor();
    assert.ok(await keeper.button('Save changes').isDisabled());
    for (const type of ['authorization_code', 'ciba']) await page.getByRole('checkbox', { name: new RegExp(type) }).check();
    await page.getByRole('switch', { name: 'It may wait for people' }).check();
    await keeper.field('Its requests are signed by').selectOption('ES256');
    await keeper.field('Strength of the sign-in').fill('urn:gatehouse:acr:single-factor');
    await page.getByRole('switch', { name: 'Request objects need no signature' }).check();
    await keeper.button('Save changes').click();
    await page.getByText(/sector_identifier_uri does not list every one of redirect_uris/).waitFor();
    members = [...members, 'https://books.example/callback'];
    await keeper.looks('application-protocol');
    await saved();
    const protocol = await server.management.get(`/applications/${id}/protocol`);
    assert.deepEqual(
      [protocol.subjectType, protocol.sectorIdentifierUri, protocol.grantTypes, protocol.backchannelAuthenticationRequestSigningAlg, protocol.defaultAcrValues, protocol.unsignedRequestObjects],
      ['pairwise', list, ['authorization_code', 'urn:openid:params:grant-type:ciba'], 'ES256', ['urn:gatehouse:acr:single-factor'], true],
    );
    await open(`applications/${id}/protocol`);
    assert.equal(await keeper.field('Group of applications').inputValue(), list);
    await page.getByRole('switch', { name: 'All that its kind may use' }).check();
    await page.getByRole('switch', { name: 'IDs of its own (pairwise)' }).uncheck();
    await saved();
    const after = await server.management.get(`/applications/${id}/protocol`);
    assert.deepEqual([after.subjectType, after.sectorIdentifierUri, after.grantTypes], [undefined, undefined, undefined]);
  });

  it('tries a script before it adds to tokens, and says what went wrong', async () => {
    await open('token-claims/people');
    await keeper.button('Begin with an example').click();
    await keeper.button('Run').click();
    await page.locator('pre').getByText('"plan": "pro"').waitFor();
    await keeper.looks('token-claims-tried');
    const script = (await linesOf('Script')).join('\n');
    await write('Script', 'const getCustomJwtClaims = ({ api }) => api.denyAccess("Closed on Sundays");');
    await keeper.button('Run').click();
    await page.getByText('The script refuses the token: Closed on Sundays').waitFor();
    await write('Script', 'const getCustomJwtClaims = () => {\n  const plan = "free";\n  return nothing.here;\n};');
    await keeper.button('Run').click();
    await page.getByText('The script has failed in line 3').waitFor();
    assert.equal(await page.locator('.bad-line').innerText(), '  return nothing.here;');
    await keeper.looks('token-claims-failed');
    await page.getByText('ReferenceError: nothing is not defined', { exact: true }).waitFor();
    await write('Script', 'const plan = ;');
    await keeper.button('Run').click();
    await page.getByText('The script has failed in line 1').waitFor();
    await write('Script', script);
    await keeper.field('Variables').fill('SHELF=4');
    await saved();
    const kept = await server.management.get('/configs/jwt-customizer/access-token');
    assert.deepEqual([kept.script, kept.environmentVariables], [script, { SHELF: '4' }]);
  });

  it('lets a script be written by the keyboard alone, and be left', async () => {
    await open('actions/signed-in');
    const script = keeper.field('Script');
    await script.focus();
    await page.keyboard.type('const runAction = () => {');
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.type('return { user: { name: "a/b" } };');
    assert.match((await linesOf('Script'))[1], /^ {2,}return/, 'Tab indents, and / is a letter');
    await page.keyboard.press('Enter');
    await page.keyboard.type('};');
    await page.keyboard.press('Escape');
    await page.keyboard.press('Tab');
    await page.waitForFunction(() => document.activeElement?.tagName === 'TEXTAREA');
    await page.keyboard.type('SHELF=4');
    await page.keyboard.press('Shift+Tab');
    await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.getAttribute('role') === 'textbox');
    await page.getByRole('switch', { name: 'Switched on' }).check();
    await keeper.button('Run').click();
    await page.locator('pre').getByText('"name": "a/b"').waitFor();
    await keeper.looks('action-tried');
    await page.keyboard.press('Control+s');
    await keeper.button('Save changes').waitFor({ state: 'detached' });
    const { enabled, onExecutionError, environmentVariables } = await server.management.get('/configs/actions/action.postSignIn');
    assert.deepEqual([enabled, onExecutionError, environmentVariables], [true, 'allow', { SHELF: '4' }]);
    await keeper.button('Delete…').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('The action is deleted').waitFor();
    assert.deepEqual(await server.management.get('/configs/actions'), []);
  });

  it('lets clients register themselves by a token that is seen once', async () => {
    await open('tenant-settings/registration');
    await page.getByRole('switch', { name: 'Clients may register themselves' }).check();
    await keeper.field('Hosts to go back to').fill('https://partners.example');
    await page.getByText('https://partners.example is no name of a host.').waitFor();
    assert.ok(await keeper.button('Save changes').isDisabled());
    await keeper.field('Hosts to go back to').fill('*.partners.example');
    await saved();
    await keeper.button('Make a token').click();
    const dialog = page.getByRole('dialog');
    await keeper.field('How many clients').fill('2');
    await dialog.getByRole('button', { name: 'Make', exact: true }).click();
    await dialog.getByText('Enter a name.').waitFor();
    await keeper.field('Name').fill('Partners');
    await dialog.getByRole('button', { name: 'Make', exact: true }).click();
    const token = await dialog.getByLabel('Token', { exact: true }).innerText();
    await keeper.looks('initial-access-token');
    await dialog.getByRole('button', { name: 'Copy Token' }).click();
    await dialog.getByRole('button', { name: 'Close' }).first().click();
    const answer = await fetch(`${server.endpoint}/oidc/reg`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      body: JSON.stringify({ client_name: 'Ledger', redirect_uris: ['https://ledger.partners.example/callback'] }),
    });
    assert.equal(answer.status, 201, await answer.clone().text());
    await open('tenant-settings/registration');
    await page.getByRole('row', { name: /Partners.*1 client/ }).waitFor();
    await keeper.button('Delete the token Partners').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('There are none: nobody can register yet.').waitFor();
    await open('applications');
    await page.getByRole('row', { name: /Ledger.*Registered itself/ }).waitFor();
  });

  it('lets nobody register without a statement of somebody who may vouch', async () => {
    await open('tenant-settings/registration');
    await page.getByRole('switch', { name: 'Only with a statement' }).check();
    await page.getByText('Nobody could register. Add an issuer first.').waitFor();
    assert.ok(await keeper.button('Save changes').isDisabled());
    await keeper.button('Add issuer').click();
    const dialog = page.getByRole('dialog');
    await keeper.field('Issuer').fill('https://directory.example');
    await dialog.getByRole('button', { name: 'Add issuer' }).click();
    await dialog.getByText('An address begins with https://.').waitFor();
    await dialog.getByLabel('Address of the key set').fill('https://directory.example/keys');
    await keeper.looks('statement-issuer');
    await dialog.getByRole('button', { name: 'Add issuer' }).click();
    await page.getByRole('row', { name: /directory\.example/ }).waitFor();
    await keeper.looks('software-statements');
    await saved();
    const policy = await server.management.get('/configs/oidc/registration');
    assert.deepEqual([policy.statementIssuers, policy.requireStatement], [[{ issuer: 'https://directory.example', jwksUri: 'https://directory.example/keys' }], true]);
    // Whatever else is changed on the page leaves them as they are.
    await keeper.field('Registrations an hour').fill('30');
    await saved();
    assert.deepEqual((await server.management.get('/configs/oidc/registration')).statementIssuers, policy.statementIssuers);
  });

  it('says what can be asked for in detail, and by whom', async () => {
    await open('authorization-details');
    await keeper.button('Add type').first().click();
    const dialog = page.getByRole('dialog');
    await keeper.field('Name').fill('Make a payment');
    await dialog.getByRole('button', { name: 'Add type' }).click();
    await dialog.getByText('Enter a type.').waitFor();
    await keeper.field('Type').fill('payment');
    await dialog.getByRole('button', { name: 'Add type' }).click();
    await page.getByRole('heading', { name: 'Make a payment', level: 1 }).waitFor();
    await keeper.button('Add field').click();
    await page.keyboard.type('currency');
    await keeper.field('Allowed values optional').fill('EUR\nUSD');
    await keeper.button('Add field').click();
    await page.getByText('Enter a member.').waitFor();
    assert.ok(await keeper.button('Save changes').isDisabled());
    await keeper.field('Member').last().fill('amount');
    await keeper.field('Kind').last().selectOption('number');
    await page.getByRole('switch', { name: 'Required' }).last().check();
    await keeper.button('Move amount up').click();
    await keeper.field('API').selectOption('https://books.example/api');
    await keeper.looks('authorization-detail-type');
    await saved();
    const [{ id, resource, fields }] = await server.management.get('/authorization-detail-types');
    assert.equal(resource, 'https://books.example/api');
    assert.deepEqual(fields, [
      { name: 'amount', kind: 'number', required: true },
      { name: 'currency', kind: 'text', values: ['EUR', 'USD'] },
    ]);

    const bookstore = (await server.management.get('/applications')).find(({ name }) => name === 'Bookstore');
    await open(`applications/${bookstore.id}/protocol`);
    await keeper.field('payment Make a payment').check();
    await keeper.field('At most (minutes)').fill('90');
    await saved();
    const { authorizationDetailsTypes, defaultMaxAge } = await server.management.get(`/applications/${bookstore.id}/protocol`);
    assert.deepEqual([authorizationDetailsTypes, defaultMaxAge], [['payment'], 5_400]);

    await open(`authorization-details/${id}`);
    await keeper.button('Delete…').click();
    await page.getByRole('alertdialog').getByRole('textbox').fill('Make a payment');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('No types yet').waitFor();
  });

  it('trusts a partner’s word, and no longer', async () => {
    const { id } = (await server.management.get('/applications')).find(({ name }) => name === 'Bookstore');
    await open(`applications/${id}/authentication`);
    await keeper.button('Add issuer').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add issuer' }).click();
    await dialog.getByText('Enter the issuer.').waitFor();
    await keeper.field('Issuer').fill('https://partner.example');
    await dialog.getByLabel('Address of the key set').fill('https://partner.example/keys');
    await keeper.field('Whom it speaks of').selectOption('identity');
    await keeper.field('Target').fill('harbour');
    await keeper.looks('trusted-issuer');
    await dialog.getByRole('button', { name: 'Add issuer' }).click();
    await page.getByRole('row', { name: /partner\.example By account at harbour/ }).waitFor();
    const [{ issuer, jwksUri, subject, target }] = await server.management.get(`/applications/${id}/trusted-issuers`);
    assert.deepEqual([issuer, jwksUri, subject, target], ['https://partner.example', 'https://partner.example/keys', 'identity', 'harbour']);
    await keeper.button('Remove https://partner.example').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('It trusts nobody’s word.').waitFor();
  });

  it('lets only those in who are named', async () => {
    const { id } = (await server.management.get('/applications')).find(({ name }) => name === 'Bookstore');
    const { id: mira } = await server.management.user({ username: 'mira', name: 'Mira Levi', password: 'High-tide-71-sail' });
    await open(`applications/${id}/access`);
    await page.getByRole('switch', { name: 'Only those named here' }).check();
    await page.getByText('Nobody could sign in. Name somebody first.').waitFor();
    assert.ok(await keeper.button('Save changes').isDisabled());
    await keeper.button('Add people').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('searchbox').fill('mira');
    await dialog.getByLabel(/Mira Levi/).check();
    await dialog.getByRole('button', { name: 'Add 1 person' }).click();
    await page.getByRole('link', { name: 'Mira Levi' }).waitFor();
    await keeper.looks('application-access');
    await saved();
    assert.deepEqual((await server.management.get(`/applications/${id}/access-control`)).userIds, [mira]);
    assert.equal((await server.management.get(`/applications/${id}`)).appLevelAccessControlEnabled, true);
    await page.getByRole('switch', { name: 'Only those named here' }).uncheck();
    await keeper.button('Remove Mira Levi').click();
    await saved();
    assert.deepEqual((await server.management.get(`/applications/${id}/access-control`)).userIds, []);
  });

  it('finds roles and organizations beyond the first hundred', async () => {
    const numbers = Array.from({ length: 104 }, (_, index) => String(index + 1).padStart(3, '0'));
    for (const number of numbers) {
      await server.management.post('/roles', { name: `Crew ${number}`, description: `Of boat ${number}`, type: 'User' });
      await server.management.post('/roles', { name: `Crane ${number}`, description: `At pier ${number}`, type: 'MachineToMachine' });
      await server.management.post('/organizations', { name: `Harbour ${number}` });
    }
    const { id } = (await server.management.get('/applications')).find(({ name }) => name === 'Bookstore');
    const pick = async (opener, text, confirm) => {
      await keeper.button(opener).click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('searchbox').fill(text);
      await dialog.getByLabel(new RegExp(text)).check();
      await dialog.getByRole('button', { name: confirm }).click();
      await dialog.waitFor({ state: 'detached' });
    };
    await open(`applications/${id}/access`);
    for (const number of ['001', '104']) {
      await pick('Add roles', `Crew ${number}`, 'Add 1');
      await pick('Add organizations', `Harbour ${number}`, 'Add 1');
    }
    await page.getByRole('row', { name: /Crew 104/ }).waitFor();
    await keeper.looks('application-access-by-role');
    await saved();
    const rules = await server.management.get(`/applications/${id}/access-control`);
    const names = async (noun, ids) => Promise.all(ids.map(async (each) => (await server.management.get(`/${noun}/${each}`)).name));
    assert.deepEqual((await names('roles', rules.userRoleIds)).toSorted(), ['Crew 001', 'Crew 104']);
    assert.deepEqual((await names('organizations', rules.organizationIds)).toSorted(), ['Harbour 001', 'Harbour 104']);
    await open(`applications/${id}/access`);
    await keeper.button('Remove Crew 001').click();
    await saved();
    assert.equal((await server.management.get(`/applications/${id}/access-control`)).userRoleIds.length, 1);

    const machine = await server.management.application({ name: 'Dredger', type: 'MachineToMachine' });
    await open(`applications/${machine.id}/permissions`);
    for (const number of ['001', '104']) await pick('Assign roles', `Crane ${number}`, 'Assign 1 role');
    await page.getByRole('row', { name: /Crane 104/ }).waitFor();
    await keeper.looks('machine-roles');
    await keeper.button('Remove the role Crane 001').click();
    await page.getByRole('row', { name: /Crane 001/ }).waitFor({ state: 'detached' });
    const held = async () => (await server.management.get(`/applications/${machine.id}/roles`)).map(({ name }) => name);
    assert.deepEqual(await held(), ['Crane 104']);
    await keeper.button('Undo').click();
    await page.getByRole('row', { name: /Crane 001/ }).waitFor();
    assert.deepEqual((await held()).toSorted(), ['Crane 001', 'Crane 104']);
  });

  it('gives a person a token for scripts, and takes it back', async () => {
    const { id } = (await server.management.get('/users')).find(({ username }) => username === 'mira');
    await open(`users/${id}`);
    await keeper.button('Add token').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add token' }).click();
    await dialog.getByText('Enter a name.').waitFor();
    await dialog.getByLabel('Name').fill('Nightly/export');
    await dialog.getByRole('button', { name: 'Add token' }).click();
    await page.getByRole('row', { name: /Nightly\/export/ }).waitFor();
    const [{ name, expiresAt }] = await server.management.get(`/users/${id}/personal-access-tokens`);
    assert.equal(name, 'Nightly/export');
    assert.ok(Math.abs(expiresAt - Date.now() - 90 * 86_400_000) < 120_000);
    await keeper.looks('personal-access-tokens');
    await keeper.button('Delete the token Nightly/export').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('The token is deleted').waitFor();
    assert.deepEqual(await server.management.get(`/users/${id}/personal-access-tokens`), []);
  });

  it('signs requests to a provider by a certificate of its own', async () => {
    await open('enterprise-sso');
    await page.getByRole('link', { name: 'Harbour' }).click();
    await page.getByText('There are no certificates.').waitFor();
    await keeper.button('Add certificate').click();
    await page.getByRole('row', { name: /Active/ }).waitFor();
    await keeper.field('Metadata address').fill(`${server.endpoint}/api/saml-applications/${intranet.id}/metadata`);
    await page.getByRole('switch', { name: 'Sign requests' }).check();
    await keeper.field('Logo').fill('https://harbour.example/logo.png');
    await keeper.looks('enterprise-signed-requests');
    await saved();
    const { id, config, branding } = (await server.management.get('/sso-connectors')).find(({ connectorName }) => connectorName === 'Harbour');
    assert.deepEqual([config.signAuthnRequest, branding.logo], [true, 'https://harbour.example/logo.png']);
    assert.equal((await server.management.get(`/sso-connectors/${id}/signing-keys`)).length, 1);

    await keeper.button('Let them come').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('radio', { name: /Intranet/ }).check();
    await dialog.getByLabel('Scopes').fill('email');
    await keeper.looks('enterprise-begun-at-the-provider');
    await dialog.getByRole('button', { name: 'Save changes' }).click();
    await page.getByRole('link', { name: 'Intranet' }).waitFor();
    const { defaultApplicationId, authParameters } = await server.management.get(`/sso-connectors/${id}/idp-initiated-auth-config`);
    assert.deepEqual([defaultApplicationId, authParameters], [intranet.id, { scope: 'email' }]);
  });

  it('connects an enterprise by OpenID Connect, and lets its people come', async () => {
    await open('enterprise-sso');
    await keeper.button('Switch on').click();
    await page.getByText('Single sign-on is on').waitFor();
    await keeper.button('Add connector').click();
    await keeper.field('Name').fill('Quay');
    await keeper.field('Domains').fill('Quay.example, @quay.example');
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add connector' }).click();
    await dialog.getByText('@quay.example is no domain.').waitFor();
    await keeper.field('Domains').fill('Quay.example');
    await dialog.getByRole('button', { name: 'Add connector' }).click();
    await page.getByRole('heading', { name: 'Quay', level: 1 }).waitFor();
    await keeper.field('Issuer').fill(`${server.endpoint}/oidc`);
    await page.getByText('This is needed too.').first().waitFor();
    await keeper.field('Client ID').fill('gatehouse');
    await keeper.field('Client secret').fill('a secret of the stand-in');
    await keeper.looks('enterprise-by-openid-connect');
    await saved();
    const { domains, config } = (await server.management.get('/sso-connectors')).find(({ connectorName }) => connectorName === 'Quay');
    assert.deepEqual([domains, config.issuer, config.clientId], [['quay.example'], `${server.endpoint}/oidc`, 'gatehouse']);
    assert.equal((await server.management.get('/sign-in-exp')).singleSignOnEnabled, true);
  });

  it('lets a new key follow the current one, and unregistered clients in', async () => {
    await open('tenant-settings');
    await keeper.button('Rotate key').click();
    await keeper.field('Algorithm').selectOption('EdDSA');
    await keeper.looks('key-rotation');
    await keeper.button('Make the key').click();
    await page.getByText('Signs in 23 hours').or(page.getByText('Signs tomorrow')).waitFor();
    const keys = await server.management.get('/signing-keys');
    assert.deepEqual(keys.map(({ algorithm, status }) => `${status} ${algorithm}`).sort(), ['Current ES384', 'Next EdDSA']);

    await keeper.button('Rotate cookie key').click();
    await keeper.button(/^Delete the cookie key/).first().click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('The cookie key is deleted').waitFor();
    assert.equal((await server.management.get('/configs/oidc/cookie-keys')).length, 1);

    await page.getByRole('link', { name: 'Unregistered clients' }).click();
    await page.getByRole('switch', { name: 'Let them in' }).click();
    await keeper.field('profile').click();
    await page.locator('main input[type=checkbox]:not([role]):checked:enabled').waitFor();
    assert.deepEqual((await server.management.get('/cimd/user-consent-scopes')).userScopes, ['profile']);
    assert.equal((await server.management.get('/configs/cimd')).enabled, true);
  });

  it('adds a second administrator, who signs in, and removes them', async () => {
    await open('tenant-settings/administrators');
    await page.getByRole('row', { name: /keeper You/ }).waitFor();
    await keeper.button('Add administrator').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Add administrator' }).click();
    await dialog.getByText('Letters, digits and underscores only; no digit first.').waitFor();
    await keeper.field('Username').fill('noor');
    await dialog.getByRole('button', { name: 'Add administrator' }).click();
    const password = await keeper.field('First password').innerText();
    await keeper.looks('administrator-first-password');
    await keeper.button('Copy First password').click();
    await dialog.getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('row', { name: /noor.*never/ }).waitFor();

    const second = await Administrator.arrives(browser, 'console-settings-second');
    await second.page.goto(`${server.adminEndpoint}/console/default/tenant-settings/administrators`);
    await second.page.waitForURL(/\/sign-in/);
    await second.walks({ identifier: 'noor', password }, ({ pathname }) => pathname.endsWith('/tenant-settings/administrators'));
    await second.page.getByRole('row', { name: /noor You/ }).waitFor();
    await second.button('Remove keeper').waitFor();
    assert.equal(await second.button('Remove noor').count(), 0, 'nobody removes themself');

    await open('tenant-settings/administrators');
    await keeper.looks('administrators');
    await keeper.button('Remove noor').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove' }).click();
    await page.getByText('noor is no longer an administrator').waitFor();
    assert.equal(await page.getByRole('row', { name: /noor/ }).count(), 0);
    const records = await server.management.get('/audit-records?subjectType=administrator');
    assert.deepEqual(records.map(({ action }) => action), ['administrator.deleted', 'administrator.created']);
    await second.page.reload();
    await second.page.getByText(/default:admin/).waitFor();
    await second.leaves();
  });
});
