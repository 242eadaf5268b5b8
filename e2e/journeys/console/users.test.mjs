// People, roles and the audit log by clicks: somebody is added, signs in, gets a permission, is shut out, and all of it is found in the log.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeJwt } from 'jose';
import { Administrator } from '../../harness/administrator.mjs';
import { at, launch, Person } from '../../harness/browser.mjs';
import { Agent } from '../../harness/client.mjs';
import { smtpConfig, startMailbox } from '../../harness/mailbox.mjs';
import { client, startProvider } from '../../harness/provider.mjs';
import { place, startFlask } from '../../harness/samples.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const indicator = 'https://books.example/api';
const redirectUri = 'http://localhost:9/callback';
const email = 'mira@books.example';

describe('people in the Console', () => {
  let server;
  let browser;
  let keeper;
  let app;
  let page;
  let password;
  let userId;
  let spa;

  before(async () => {
    server = await startGatehouse('console-users');
    browser = await launch();
    keeper = await Administrator.first(browser, 'console-users', server);
    page = keeper.page;
    await keeper.context.grantPermissions(['clipboard-read', 'clipboard-write']);
    const where = await place();
    const application = await server.management.application({
      name: 'Bookstore',
      type: 'Traditional',
      redirectUris: [`${where.url}/callback`],
      postLogoutRedirectUris: [`${where.url}/`],
    });
    spa = await server.management.application({ name: 'Page', type: 'SPA', redirectUris: [redirectUri] });
    app = await startFlask({ name: 'flask-console-users', endpoint: server.endpoint, application, storage: 'session', place: where });
  });
  after(async () => {
    await app?.stop();
    await browser?.close();
    await server?.stop();
  });

  /** Somebody stands before the sign-in of the demo application. */
  const visits = async (name) => {
    const person = await Person.arrives(browser, `console-users-${name}`);
    await person.page.goto(`${server.endpoint}/demo-app`);
    await person.page.waitForURL(/\/sign-in/);
    return person;
  };
  const heading = (name) => page.getByRole('heading', { name, level: 1 });

  it('adds a person, whose password is shown once', async () => {
    await keeper.link('Users').click();
    await heading('Users').waitFor();
    await keeper.looks('users-empty');
    await keeper.button('Add user').click();
    await page.waitForURL(/\/users\/create$/);
    const dialog = page.getByRole('dialog');
    await dialog.getByLabel('Username').fill('1st');
    await dialog.getByRole('button', { name: 'Add user' }).click();
    await page.getByText('no digit first').waitFor();
    await keeper.looks('user-create');
    await dialog.getByLabel('Username').fill('mira');
    await dialog.getByLabel('Name', { exact: true }).fill('Mira Levi');
    await dialog.getByRole('button', { name: 'Add user' }).click();
    await page.getByRole('heading', { name: 'Mira Levi can sign in' }).waitFor();
    password = await page.getByLabel('Password').innerText();
    assert.ok(password.length >= 16);
    await keeper.looks('password-once');
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await page.getByText('You have not copied the password').waitFor();
    await keeper.button('Copy Password').click();
    assert.equal(await page.evaluate(() => navigator.clipboard.readText()), password);
    await page.getByRole('dialog').getByRole('button', { name: 'Close' }).last().click();
    await heading('Mira Levi').waitFor();
    userId = new URL(page.url()).pathname.split('/').at(-1);
    await page.getByText('Not signed in anywhere.').waitFor();
    await keeper.looks('user');
  });

  it('lets that person sign in to Flask, and ends the session from the Console', async () => {
    const person = await Person.arrives(browser, 'console-users-mira');
    await person.page.goto(`${app.url}/sign-in`);
    await person.walks({ identifier: 'mira', password }, at(app.url));
    assert.equal((await (await person.page.request.get(`${app.url}/claims`)).json()).sub, userId);
    await person.leaves();
    await page.reload();
    const where = page.getByRole('cell', { name: /Chrome.*127\.0\.0\.1/s });
    await where.waitFor();
    await keeper.looks('user-sessions');
    await page.getByRole('button', { name: 'End', exact: true }).click();
    await page.getByText('Not signed in anywhere.').waitFor();
  });

  it('unlocks a person who has locked themselves out', async () => {
    await server.management.signInExperience({ sentinelPolicy: { maxAttempts: 2, lockoutDuration: 10 } });
    const person = await visits('locked');
    const tries = async (typed) => {
      await person.answers({ identifier: 'mira', password: typed });
      await person.settles();
    };
    for (const typed of ['not-it-at-all', 'nor-is-this-one', password]) await tries(typed);
    assert.match(await person.complaint(), /Too many attempts/, 'locked, even with the right password');
    await page.bringToFront();
    await keeper.button('Unlock').click();
    await page.getByText('Mira Levi may try again').waitFor();
    await tries(password);
    await person.page.getByText('You are signed in.').waitFor();
    await person.leaves();
    await page.bringToFront();
  });

  it('has a person choose a new password, whose old one expires', async (journey) => {
    const mailbox = await startMailbox();
    journey.after(mailbox.stop);
    const sender = await server.management.post('/connectors', { connectorId: 'simple-mail-transfer-protocol', config: smtpConfig(mailbox.port) });
    await server.management.patch(`/users/${userId}`, { primaryEmail: email });
    await server.management.signInExperience({ forgotPasswordMethods: ['EmailVerificationCode'] });
    await page.goto(`${server.adminEndpoint}/console/default/sign-in-experience/password-policy`);
    await page.getByRole('switch', { name: 'Passwords expire' }).check();
    await keeper.looks('passwords-expire');
    await keeper.button('Review and save').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save changes' }).click();
    await keeper.button('Review and save').waitFor({ state: 'detached' });
    await page.goto(`${server.adminEndpoint}/console/default/users/${userId}`);
    await keeper.button('Let it expire').click();
    await page.getByText('A new password is asked for at the next sign-in').waitFor();
    const person = await visits('expired');
    await person.answers({ identifier: 'mira', password });
    await person.settles();
    assert.ok(await person.complaint(), 'says why another is needed');
    await person.looksAtHostedPage('password-expired');
    await person.answers({ identifier: email });
    await person.settles();
    password = 'Tall-oak-88-river';
    await person.walks({ code: () => mailbox.codeFor(email), newPassword: password, identifier: 'mira', password }, at(server.endpoint, '/demo-app'));
    await person.page.getByText('You are signed in.').waitFor();
    await person.leaves();
    await server.management.signInExperience({ passwordExpiration: { enabled: false }, forgotPasswordMethods: [] });
    await server.management.delete(`/connectors/${sender.id}`);
    await page.bringToFront();
  });

  it('shows the account that a person has at an enterprise', async (journey) => {
    await server.management.signInExperience({ singleSignOnEnabled: true });
    const connector = await server.management.post('/sso-connectors', { providerName: 'OIDC', connectorName: 'port', domains: ['port.example'] });
    const secret = 'a-secret-as-long-as-hash-functions-like-it-0123456789';
    const provider = await startProvider({
      accounts: { mila: { name: 'Mila Port', email: 'mila@port.example', email_verified: true } },
      clients: [client('port', secret, `${server.endpoint}/callback/${connector.id}`, 'client_secret_basic')],
    });
    journey.after(provider.stop);
    await server.management.patch(`/sso-connectors/${connector.id}`, { config: { clientId: 'port', clientSecret: secret, issuer: provider.origin } });
    const person = await visits('enterprise');
    await person.page.locator('a[href*="/single-sign-on"]').click();
    await person.answers({ identifier: 'mila@port.example' });
    await person.presses(/mila/);
    await person.page.getByText('You are signed in.').waitFor();
    await person.leaves();
    const [mila] = await server.management.get('/users?search=%25mila%25&page=1&page_size=5');
    await page.goto(`${server.adminEndpoint}/console/default/users/${mila.id}`);
    const line = page.getByRole('listitem').filter({ hasText: provider.origin });
    await line.getByText('Mila Port').waitFor();
    await keeper.looks('user-enterprise');
    await line.getByRole('link', { name: 'To the provider' }).click();
    await heading('port').waitFor();
    await server.management.delete(`/sso-connectors/${connector.id}`);
    await page.goto(`${server.adminEndpoint}/console/default/users/${mila.id}`);
    await heading('Mila Port').waitFor();
    await page.getByText('A password is set').or(page.getByText('Ways to sign in')).first().waitFor();
    assert.equal(await line.count(), 0, 'it goes with the connector');
    await server.management.delete(`/users/${mila.id}`);
    await page.goto(`${server.adminEndpoint}/console/default/users/${userId}`);
  });

  it('makes a link that lets a person in once, and withdraws another', async () => {
    await keeper.link('One-time links').click();
    await heading('One-time links').waitFor();
    const makes = async (address) => {
      await keeper.button('Create link').click();
      const dialog = page.getByRole('dialog');
      await dialog.getByRole('button', { name: 'Create link' }).click();
      await dialog.getByText('Enter an e-mail address.').waitFor();
      await dialog.getByLabel('E-mail').fill(address);
      await dialog.getByLabel('Page of your application').fill('https://shop.example/sign-in?from=mail');
      await dialog.getByRole('button', { name: 'Create link' }).click();
      await keeper.button('Copy Link').click();
      await keeper.looks('one-time-link');
      await dialog.getByRole('button', { name: 'Close' }).last().click();
      await page.getByRole('row', { name: new RegExp(`${address} Open`) }).waitFor();
      return new URL(await page.evaluate(() => navigator.clipboard.readText()));
    };
    const { searchParams } = await makes('noor@books.example');
    assert.deepEqual([searchParams.get('from'), searchParams.get('login_hint')], ['mail', 'noor@books.example']);
    const person = await Person.arrives(browser, 'console-users-link');
    const begins = `${server.endpoint}/oidc/auth?${new URLSearchParams({ client_id: spa.id, redirect_uri: redirectUri, response_type: 'code', scope: 'openid', code_challenge: 'E9Melhoa2OwvFrEMTJguCHaoeK1t8URWbuGJSstw-cM', code_challenge_method: 'S256', one_time_token: searchParams.get('one_time_token'), login_hint: searchParams.get('login_hint') })}`;
    await person.page.goto(begins);
    await person.looksAtHostedPage('one-time-token');
    await person.leaves();
    await page.bringToFront();
    await makes('jun@books.example');
    await keeper.button('Actions for jun@books.example').click();
    await page.getByRole('menuitem', { name: 'Withdraw' }).click();
    await page.getByRole('row', { name: /jun@books\.example Withdrawn/ }).waitFor();
    await keeper.looks('one-time-links');
    await keeper.button('Open').click();
    await page.getByRole('row', { name: /jun@books\.example/ }).waitFor({ state: 'detached' });
    await page.getByRole('row', { name: /noor@books\.example/ }).waitFor();
    assert.deepEqual((await server.management.get('/one-time-tokens')).map(({ status }) => status), ['revoked', 'active']);
    await page.goto(`${server.adminEndpoint}/console/default/users/${userId}`);
  });

  it('changes the profile, and asks before unsaved changes are lost', async () => {
    await keeper.field('Name').fill('Mira Levi-Strauss');
    await page.getByText('1 unsaved change').waitFor();
    await keeper.link('Roles').first().click();
    await page.getByRole('heading', { name: 'Leave without saving?' }).waitFor();
    await keeper.button('Stay').click();
    await keeper.button('Save changes').click();
    await heading('Mira Levi-Strauss').waitFor();
  });

  it('puts a scope of an API into a role, and the role’s scope into the token', async () => {
    await keeper.link('API resources').click();
    await keeper.button('Create API resource').click();
    await page.getByRole('dialog').getByLabel('Name').fill('Books');
    await page.getByRole('dialog').getByLabel('API identifier').fill(indicator);
    await page.getByRole('dialog').getByRole('button', { name: 'Create API resource' }).click();
    await heading('Books').waitFor();
    await keeper.button('Add permission').click();
    await page.getByRole('dialog').getByLabel('Permission').fill('read:books');
    await page.getByRole('dialog').getByLabel('Description').fill('Read the books');
    await keeper.button('Save').click();
    await page.getByRole('cell', { name: 'read:books', exact: true }).waitFor();
    await keeper.looks('resource');
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await page.getByLabel('Lifetime in seconds').fill('600');
    await keeper.button('Save changes').click();
    await page.getByText('Changes saved').first().waitFor();
    await keeper.looks('resource-settings');

    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Roles' }).click();
    await keeper.button('Create role').first().click();
    await page.getByRole('dialog').getByLabel('Name').fill('Reader');
    await page.getByRole('dialog').getByLabel('Description').fill('Reads books');
    await page.getByRole('dialog').getByLabel(/read:books/).check();
    await keeper.looks('role-create');
    await page.getByRole('dialog').getByRole('button', { name: 'Create role' }).click();
    await heading('Reader').waitFor();
    await page.getByRole('cell', { name: 'read:books', exact: true }).waitFor();
    await keeper.looks('role');
    await page.getByRole('navigation', { name: 'Reader' }).getByRole('link', { name: 'Users' }).click();
    await keeper.button('Assign to people').click();
    await page.getByRole('dialog').getByRole('searchbox').fill('levi');
    await page.getByRole('dialog').getByRole('checkbox', { name: /Mira/ }).check();
    await keeper.looks('role-assign');
    await page.getByRole('dialog').getByRole('button', { name: 'Assign 1' }).click();
    await page.getByRole('cell', { name: 'Mira Levi-Strauss', exact: true }).waitFor();

    const agent = new Agent(server.endpoint);
    const { code, verifier } = await agent.signsIn({ clientId: spa.id, redirectUri, username: 'mira', password, resource: indicator, scope: 'openid read:books' });
    const answer = await agent.token({ grant_type: 'authorization_code', client_id: spa.id, redirect_uri: redirectUri, code, code_verifier: verifier, resource: indicator });
    assert.equal(answer.status, 200, answer.text);
    const claims = decodeJwt(answer.json.access_token);
    assert.equal(claims.scope, 'read:books');
    assert.equal(claims.exp - claims.iat, 600);
  });

  it('suspends the person at once, takes it back, and suspends again: then signing in is refused', async () => {
    await page.goto(`${server.adminEndpoint}/console/default/users/${userId}`);
    await keeper.button('Suspend').click();
    await page.getByText('Suspended', { exact: true }).waitFor();
    await keeper.button('Undo').click();
    await page.getByText('Suspended', { exact: true }).waitFor({ state: 'detached' });
    await keeper.button('Suspend').click();
    await page.getByText('Suspended', { exact: true }).waitFor();
    const person = await Person.arrives(browser, 'console-users-suspended');
    await person.page.goto(`${app.url}/sign-in`);
    await assert.rejects(person.walks({ identifier: 'mira', password }, at(app.url)));
    await person.picture('refused');
    await person.leaves();
  });

  it('finds all of it in the audit log, with filters in the address, and exports it', async () => {
    await page.getByRole('navigation', { name: 'Mira Levi-Strauss' }).getByRole('link', { name: 'Logs' }).click();
    await page.getByRole('cell', { name: 'Token issued' }).first().waitFor();
    await keeper.link('Audit logs').click();
    await heading('Audit logs').waitFor();
    await page.getByRole('combobox', { name: 'Event' }).selectOption('Interaction.SignIn.Submit');
    await page.waitForURL(/event=Interaction\.SignIn\.Submit/);
    await page.getByLabel('User ID').fill(userId);
    await page.waitForURL(new RegExp(`user=${userId}`));
    await page.getByRole('button', { name: /^Details of/ }).first().click();
    await page.getByRole('region', { name: 'Entry' }).getByText(userId).first().waitFor();
    await keeper.looks('audit-log');
    await page.reload();
    await page.getByRole('button', { name: /^Details of/ }).first().waitFor();

    await page.getByRole('link', { name: 'Administrators' }).click();
    await page.getByRole('cell', { name: 'user.suspended' }).first().waitFor();
    await page.getByRole('button', { name: /^Details of/ }).first().click();
    await keeper.looks('audit-changes');
    const [download] = await Promise.all([page.waitForEvent('download'), keeper.button('Export').click()]);
    const chunks = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk);
    const actions = Buffer.concat(chunks).toString().trim().split('\n').map((line) => JSON.parse(line).action);
    for (const action of ['user.created', 'role.created', 'user.suspended']) assert.ok(actions.includes(action), `${action} in ${actions}`);
  });

  it('deletes the person only after the name was typed', async () => {
    await page.goto(`${server.adminEndpoint}/console/default/users/${userId}`);
    await keeper.button('Delete…').click();
    const dialog = page.getByRole('alertdialog');
    assert.ok(await dialog.getByRole('button', { name: 'Delete', exact: true }).isDisabled());
    await dialog.getByRole('textbox').fill('Mira Levi-Strauss');
    await keeper.looks('user-delete');
    await dialog.getByRole('button', { name: 'Delete', exact: true }).click();
    await heading('Users').waitFor();
    assert.equal((await server.management.send('GET', `/users/${userId}`)).status, 404);
  });

  it('shows the numbers of the dashboard as a chart and as a table', async () => {
    await server.management.user({ username: 'noor', password });
    await new Agent(server.endpoint).signsIn({ clientId: spa.id, redirectUri, username: 'noor', password });
    await keeper.link('Dashboard').click();
    await page.getByRole('img', { name: /^Daily active users/ }).waitFor();
    await keeper.looks('dashboard');
    await keeper.button('As a table').click();
    assert.equal(await page.locator('table.days tbody tr').count(), 30);
    await keeper.looks('dashboard-table');
    const { totalUserCount } = await server.management.get('/dashboard/users/total');
    assert.equal(await page.locator('.figs > div').first().locator('dd').first().innerText(), String(totalUserCount));
  });

  it('lets administrators look after their own account', async () => {
    await page.getByRole('button', { name: 'keeper' }).click();
    await page.getByRole('menuitem', { name: 'Profile' }).click();
    await heading('Profile').waitFor();
    await keeper.looks('profile');
    await keeper.field('Name').fill('The Keeper');
    await keeper.button('Save changes').click();
    await page.getByRole('button', { name: 'The Keeper' }).waitFor();
    await keeper.button('Change password').click();
    await keeper.field('Current password').fill('not-it');
    await keeper.field('New password').fill('Tall-oak-88-river');
    await keeper.field('New password again').fill('Tall-oak-88-river');
    await page.getByRole('dialog').getByRole('button', { name: 'Change password' }).click();
    await page.getByText('This is not your password.').waitFor();
    await keeper.looks('profile-password');
    await keeper.field('Current password').fill('gate-keeper-of-2026');
    await page.getByRole('dialog').getByRole('button', { name: 'Change password' }).click();
    await page.getByText('Your password is changed').waitFor();
  });

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ['users', 'roles', 'one-time-tokens', 'api-resources', 'audit-logs', 'dashboard', 'profile']) {
      await page.goto(`${server.adminEndpoint}/console/default/${path}`);
      await page.locator('main h1').waitFor();
      await keeper.settles();
      const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
      assert.ok(overflow <= 0, `${path} is ${overflow} px too wide`);
      await keeper.picture(`phone-${path}`);
    }
  });
});
