// Every page of the Console by its own address: readable for axe in light and dark, whole on a phone, in the reader's words; by keyboard too.
import assert from 'node:assert/strict';
import { generateKeyPairSync } from 'node:crypto';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Administrator } from '../harness/administrator.mjs';
import { launch } from '../harness/browser.mjs';
import { startGatehouse } from '../harness/server.mjs';
import { wordsOf } from '../harness/words.mjs';

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

describe('every page of the Console', () => {
  let server;
  let browser;
  let keeper;
  let page;
  let pages;

  before(async () => {
    server = await startGatehouse('console-pages');
    browser = await launch();
    keeper = await Administrator.first(browser, 'console-pages', server, { viewport: desktop });
    page = keeper.page;
    pages = await furnish(server.management);
  });
  beforeEach(async () => {
    await speak('en');
    await page.setViewportSize(desktop);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const open = async (path) => {
    await page.goto(`${server.adminEndpoint}/console/default/${path}`);
    await page.locator('main h1, [role=dialog] h2').first().waitFor();
    await keeper.settles();
    await page.locator('.skel').first().waitFor({ state: 'detached' });
  };
  const speak = (language) => page.evaluate((tag) => localStorage.setItem('gatehouse-language', tag), language);
  const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const nameOf = (path) => path.replace(/\W+/g, '-');

  /** Looks at every page, and tells all that is wrong with any. */
  async function everyPage(look) {
    const wrong = [];
    for (const path of pages) {
      try {
        await open(path);
        await look(path);
      } catch (cause) {
        wrong.push(`${path}: ${cause.message}`);
      }
    }
    assert.deepEqual(wrong, []);
  }

  it('can be read by everybody, in light and in dark', () =>
    everyPage(async (path) => {
      await keeper.looks(nameOf(path));
      assert.equal(await tooWide(), 0, 'scrolls sideways');
    }));

  for (const language of process.env.E2E_LONG ? ['en', 'zh-CN', 'pt-BR', 'fr', 'es'] : ['zh-CN', 'fr']) {
    it(`fits a phone and has all its words in ${language}`, async () => {
      await page.setViewportSize(phone);
      await speak(language);
      await everyPage(async (path) => {
        await keeper.picture(`${language}-${nameOf(path)}`);
        assert.equal(await tooWide(), 0, 'scrolls sideways');
        assert.equal(await page.locator('html').getAttribute('lang'), language);
        const unsaid = (await page.locator('body').innerText()).match(/\b[a-z-]+:[a-z]+\.[a-zA-Z.]+\b|{{\w+}}/g) ?? [];
        assert.deepEqual(unsaid, []);
      });
    });
  }

  it('goes back the way it came, with what was searched for', async () => {
    await open('users');
    await page.getByRole('searchbox', { name: 'Search' }).or(page.getByRole('searchbox')).first().fill('mira');
    await page.waitForURL(/search=mira/);
    await page.getByRole('link', { name: 'Mira Levi' }).click();
    await page.getByRole('heading', { name: 'Mira Levi', level: 1 }).waitFor();
    await page.getByRole('navigation', { name: 'Mira Levi' }).getByRole('link', { name: 'Roles' }).click();
    await page.waitForURL(/\/users\/\w+\/roles$/);
    await page.goBack();
    await page.waitForURL(/\/users\/\w+$/);
    await page.goBack();
    await page.waitForURL(/\/users\?search=mira$/);
    assert.equal(await page.getByRole('searchbox').first().inputValue(), 'mira');
    assert.equal(await page.getByRole('link', { name: 'Mira Levi' }).count(), 1);
    await page.goForward();
    await page.getByRole('heading', { name: 'Mira Levi', level: 1 }).waitFor();
  });

  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim());
  const inDialog = () => page.evaluate(() => document.activeElement?.closest('[role=dialog], [role=alertdialog]') !== null);

  it('keeps the focus in a dialog, round and round, and gives it back', async () => {
    await open('roles');
    const opener = page.getByRole('button', { name: 'Create role' }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Create role' });
    await dialog.waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('[role=dialog] input'));
    const order = [];
    for (let step = 0; step < 20; step++) {
      assert.ok(await inDialog(), `the focus left the dialog for ${await focused()}`);
      order.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label')));
      await page.keyboard.press('Tab');
    }
    assert.ok(new Set(order).size > 4 && new Set(order).size < 20, `a round of ${new Set(order).size}`);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForURL(/\/roles$/);
  });

  it('asks before deleting with the focus on what is safe or has to be typed', async () => {
    await open(pages.find((path) => /^roles\/.*settings$/.test(path)));
    const opener = page.getByRole('button', { name: 'Delete…' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('1 person has it.').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('[role=alertdialog] input'));
    await keeper.looks('delete-with-numbers');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'Delete…');
  });

  it('finds pages, applications and people from the keyboard alone', async () => {
    const box = page.getByRole('combobox', { name: 'Find a page, person or ID' });
    const finds = async (text, name) => {
      await page.keyboard.press('Control+k');
      await box.waitFor();
      await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
      await page.keyboard.type(text);
      await page.getByRole('option', { name }).first().waitFor();
    };
    await open('dashboard');
    await finds('mira', /Mira Levi/);
    await keeper.looks('palette');
    await page.keyboard.press('Tab');
    assert.ok(await inDialog(), 'the focus stays in the palette');
    await box.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Mira Levi', level: 1 }).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');

    await finds('Bookst', /Bookstore/);
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
    await finds('audit', /Audit logs/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Audit logs', level: 1 }).waitFor();
  });

  it('compares before it overwrites what somebody else has saved meanwhile', async () => {
    const { id } = (await server.management.get('/roles')).find(({ name }) => name === 'Reader');
    const t = wordsOf('en');
    await open(`roles/${id}/settings`);
    await page.getByLabel('Description', { exact: true }).fill('Reads every book');
    await server.management.patch(`/roles/${id}`, { description: 'Reads some books', name: 'Readers' });
    await keeper.button('Save changes').click();
    await page.getByText(t('clash.text')).waitFor();
    await keeper.button(t('clash.compare')).click();
    const dialog = page.getByRole('dialog', { name: t('clash.title') });
    const row = dialog.getByRole('row', { name: /^Description/ });
    await row.waitFor();
    assert.deepEqual(await row.getByRole('cell').allInnerTexts(), ['Reads every book', 'Reads some books']);
    assert.equal(await dialog.getByRole('row').count(), 2, 'the name, which only one has changed, is no matter of dispute');
    await keeper.looks('compare');
    await dialog.getByRole('button', { name: t('clash.keep') }).click();
    await page.getByText('Changes saved').waitFor();
    const after = await server.management.get(`/roles/${id}`);
    assert.deepEqual([after.name, after.description], ['Readers', 'Reads every book']);
  });

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

  it('tries a script before it adds to tokens, and says what went wrong', async () => {
    await open('token-claims/people');
    await keeper.button('Begin with an example').click();
    await keeper.button('Run').click();
    await page.locator('pre').getByText('"plan": "pro"').waitFor();
    await keeper.looks('token-claims-tried');
    const script = await keeper.field('Script').inputValue();
    await keeper.field('Script').fill('const getCustomJwtClaims = ({ api }) => api.denyAccess("Closed on Sundays");');
    await keeper.button('Run').click();
    await page.getByText('The script refuses the token: Closed on Sundays').waitFor();
    await keeper.field('Script').fill('const getCustomJwtClaims = () => nothing.here;');
    await keeper.button('Run').click();
    await page.getByText(/ReferenceError/).waitFor();
    await keeper.field('Script').fill(script);
    await keeper.field('Variables').fill('SHELF=4');
    await saved();
    const kept = await server.management.get('/configs/jwt-customizer/access-token');
    assert.deepEqual([kept.script, kept.environmentVariables], [script, { SHELF: '4' }]);
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

    await page.getByRole('link', { name: 'Unregistered clients' }).click();
    await page.getByRole('switch', { name: 'Let them in' }).click();
    await keeper.field('profile').click();
    await page.locator('main input[type=checkbox]:not([role]):checked:enabled').waitFor();
    assert.deepEqual((await server.management.get('/cimd/user-consent-scopes')).userScopes, ['profile']);
    assert.equal((await server.management.get('/configs/cimd')).enabled, true);
  });
});

/** Fills the tenant, so that no page is empty; gives the addresses of all pages. */
async function furnish(management) {
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
  const enterprise = await management.post('/sso-connectors', { providerName: 'SAML', connectorName: 'Harbour', domains: ['harbour.example'] });
  const mail = await management.post('/connectors', { connectorId: 'http-email', config: { endpoint: 'https://mail.example/send' } });
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
    `applications/${web.id}/branding`,
    `applications/${web.id}/logs`,
    `applications/${machine.id}`,
    `applications/${machine.id}/permissions`,
    `applications/${others.id}/permissions`,
    `applications/${intranet.id}`,
    'sign-in-experience/branding',
    'sign-in-experience/sign-up-and-sign-in',
    'sign-in-experience/content',
    'sign-in-experience/content/en',
    'sign-in-experience/password-policy',
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
    'api-resources',
    'api-resources/create',
    `api-resources/${books.id}`,
    `api-resources/${books.id}/settings`,
    'roles',
    'roles/create',
    `roles/${role.id}`,
    `roles/${role.id}/holders`,
    `roles/${role.id}/settings`,
    'users',
    'users/create',
    `users/${mira.id}`,
    `users/${mira.id}/roles`,
    `users/${mira.id}/logs`,
    'token-claims/people',
    'tenant-settings',
    'tenant-settings/sessions',
    'tenant-settings/clients',
    'audit-logs',
    'audit-logs/administrators',
    'profile',
    'handbook',
    'handbook/flask',
    'nothing-here',
  ];
}
