// The npm packages `@logto/node` and `@logto/browser` and an API that checks JWTs, in French.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { decodeJwt, decodeProtectedHeader } from 'jose';
import { at, launch, Person } from '../../harness/browser.mjs';
import { place, startBrowserApp, startNodeApi, startNodeApp } from '../../harness/samples.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const resource = 'https://books.example/api';
const password = 'Maree-haute-71-voile';

describe('JavaScript clients', () => {
  let server;
  let browser;
  let api;

  before(async () => {
    server = await startGatehouse('javascript');
    browser = await launch();
    const { management } = server;
    await management.byUsername();
    const { id } = await management.post('/resources', { name: 'Books', indicator: resource });
    const scope = await management.post(`/resources/${id}/scopes`, { name: 'read:books', description: 'Read books' });
    const role = await management.post('/roles', { name: 'Reader', description: 'Reads', scopeIds: [scope.id] });
    const reader = await management.user({ username: 'lectrice', password });
    await management.post(`/users/${reader.id}/roles`, { roleIds: [role.id] });
    await management.user({ username: 'passante', password });
    api = await startNodeApi({ endpoint: server.endpoint, resource, place: await place() });
  });
  after(async () => {
    await api?.stop();
    await browser?.close();
    await server?.stop();
  });

  async function started(type, start) {
    const where = await place();
    const callback = `${where.url}/callback`;
    const application = await server.management.application({
      name: type,
      type,
      redirectUris: [callback],
      postLogoutRedirectUris: [`${where.url}/`],
    });
    const app = await start({ endpoint: server.endpoint, application, resource, api: api.url, place: where });
    return { ...app, application };
  }

  it('@logto/node signs in, refreshes, calls the API and signs out', async () => {
    const app = await started('Traditional', startNodeApp);
    const person = await Person.arrives(browser, 'logto-node', { locale: 'fr' });
    const ask = async (path) => {
      const answer = await person.page.request.get(`${app.url}${path}`);
      return { status: answer.status(), body: await answer.json() };
    };
    try {
      await person.page.goto(`${app.url}/sign-in`);
      await person.looksAtHostedPage('sign-in', { language: 'fr' });
      await person.walks({ identifier: 'lectrice', password }, at(app.url));
      await person.picture('signed-in');
      const sub = await person.page.locator('#sub').innerText();

      const info = await ask('/user-info');
      assert.equal(info.body.sub, sub, JSON.stringify(info));
      const refreshed = await ask('/refresh');
      assert.equal(refreshed.status, 200, JSON.stringify(refreshed.body));
      assert.equal(refreshed.body.accessToken.length, 43, 'opaque without a resource');
      const books = await ask('/books');
      assert.equal(books.status, 200, JSON.stringify(books.body));
      assert.equal(books.body.reader, sub);

      await person.page.goto(app.url);
      await person.page.locator('a[href="/sign-out"]').click();
      await person.page.waitForURL(`${app.url}/`);
      await person.page.locator('a[href="/sign-in"]').click();
      assert.equal(new URL(person.page.url()).origin, server.endpoint);
    } finally {
      await person.picture('end').catch(() => {});
      await person.leaves();
      await app.stop();
    }
  });

  it('the API refuses a person without the role', async () => {
    const app = await started('Traditional', startNodeApp);
    const person = await Person.arrives(browser, 'logto-node-no-role', { locale: 'fr' });
    try {
      await person.page.goto(`${app.url}/sign-in`);
      await person.walks({ identifier: 'passante', password }, at(app.url));
      const answer = await person.page.request.get(`${app.url}/books`);
      assert.equal(answer.status(), 403, await answer.text());
    } finally {
      await person.leaves();
      await app.stop();
    }
  });

  it('@logto/browser signs in with PKCE, refreshes, calls the API and signs out', async () => {
    const app = await started('SPA', startBrowserApp);
    const person = await Person.arrives(browser, 'logto-browser', { locale: 'fr' });
    const { page } = person;
    const asks = async (id) => {
      await page.locator('#result').evaluate((e) => (e.textContent = ''));
      await page.locator(`#${id}`).click();
      await page.waitForFunction(() => !['', 'null'].includes(document.getElementById('result').textContent));
      return JSON.parse(await page.locator('#result').innerText());
    };
    try {
      await page.goto(app.url);
      await page.locator('#sign-in').click();
      await page.waitForURL(`${server.endpoint}/**`);
      await person.looksAtHostedPage('sign-in', { language: 'fr' });
      await person.walks({ identifier: 'lectrice', password }, at(app.url));
      await page.locator('#somebody').waitFor();
      await person.picture('signed-in');
      const sub = await page.locator('#sub').innerText();

      const info = await asks('user-info');
      assert.equal(info.sub, sub, JSON.stringify(info));
      const refreshed = await asks('refresh');
      assert.equal(refreshed.error, undefined, JSON.stringify(refreshed));
      assert.equal(refreshed.rotated, true, 'a public client rotates always');
      const books = await asks('books');
      assert.equal(books.reader, sub, JSON.stringify(books));

      await page.locator('#sign-out').click();
      await page.waitForURL(`${app.url}/`);
      await page.locator('#sign-in').click();
      await page.waitForURL(`${server.endpoint}/**`);
      assert.equal(new URL(page.url()).pathname, '/sign-in');
    } finally {
      await person.picture('end').catch(() => {});
      await person.leaves();
      await app.stop();
    }
  });

  it('a machine gets a JWT of the documented shape', async () => {
    const { management } = server;
    const machine = await management.application({ name: 'Robot', type: 'MachineToMachine' });
    const [{ scopes }] = (await management.get('/resources?includeScopes=true')).filter((r) => r.indicator === resource);
    const role = await management.post('/roles', {
      name: 'Robots',
      description: 'Read too',
      type: 'MachineToMachine',
      scopeIds: scopes.map(({ id }) => id),
    });
    await management.send('POST', `/applications/${machine.id}/roles`, { roleIds: [role.id] });
    const answer = await fetch(`${server.endpoint}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${machine.id}:${machine.secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource, scope: 'read:books' }),
    });
    assert.equal(answer.status, 200);
    const { access_token: token, token_type: type, scope } = await answer.json();
    assert.deepEqual([type, scope], ['Bearer', 'read:books']);
    assert.deepEqual({ ...decodeProtectedHeader(token), kid: undefined }, { alg: 'ES384', typ: 'at+jwt', kid: undefined });
    const { iss, aud, sub, client_id: clientId } = decodeJwt(token);
    assert.deepEqual([iss, aud, sub, clientId], [`${server.endpoint}/oidc`, resource, machine.id, machine.id]);
    const books = await fetch(`${api.url}/books`, { headers: { authorization: `Bearer ${token}` } });
    assert.equal(books.status, 200);
  });
});
