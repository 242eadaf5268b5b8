// Spring Security's OAuth2 login and resource server, in English.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { at, launch, Person } from '../../harness/browser.mjs';
import { place, springBootJar, startSpringBoot } from '../../harness/samples.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const resource = 'https://books.example/api';
const password = 'High-tide-71-sail';

const jar = springBootJar();

describe('Spring Security', { skip: !jar && 'samples/spring-boot is not built: mvn -f samples/spring-boot package' }, () => {
  let server;
  let browser;
  let machine;

  before(async () => {
    server = await startGatehouse('spring-boot');
    browser = await launch();
    const { management } = server;
    await management.byUsername();
    await management.user({ username: 'mira', name: 'Mira Okafor', primaryEmail: 'mira@books.example', password });
    const { id } = await management.post('/resources', { name: 'Books', indicator: resource });
    const scope = await management.post(`/resources/${id}/scopes`, { name: 'read:books' });
    const role = await management.post('/roles', {
      name: 'Robots',
      description: 'Read',
      type: 'MachineToMachine',
      scopeIds: [scope.id],
    });
    machine = await management.application({ name: 'Robot', type: 'MachineToMachine' });
    await management.send('POST', `/applications/${machine.id}/roles`, { roleIds: [role.id] });
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function machineToken(scope) {
    const answer = await fetch(`${server.endpoint}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${machine.id}:${machine.secret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource, ...(scope && { scope }) }),
    });
    assert.equal(answer.status, 200);
    return (await answer.json()).access_token;
  }

  for (const [algorithm, type] of [['ES384', 'EC'], ['RS256', 'RSA']]) {
    it(`signs people in and protects an API with ${algorithm}`, async () => {
      if (type === 'RSA') {
        await server.management.post('/configs/oidc/private-keys/rotate', { signingKeyAlgorithm: type });
      }
      const where = await place();
      const application = await server.management.application({
        name: `Spring ${algorithm}`,
        type: 'Traditional',
        redirectUris: [`${where.url}/login/oauth2/code/gatehouse`],
        postLogoutRedirectUris: [`${where.url}/`],
      });
      const app = await startSpringBoot({ jar, endpoint: server.endpoint, application, resource, algorithm, place: where });
      const person = await Person.arrives(browser, `spring-${algorithm}`);
      try {
        await person.page.goto(`${app.url}/oauth2/authorization/gatehouse`);
        await person.looksAtHostedPage('sign-in', { language: 'en' });
        await person.walks({ identifier: 'mira', password }, at(app.url));
        await person.page.goto(`${app.url}/me`);
        const me = JSON.parse(await person.page.locator('body').innerText());
        assert.equal(me.claims.name, 'Mira Okafor');
        assert.equal(me.claims.email, 'mira@books.example');
        assert.equal(JSON.parse(Buffer.from(me.algorithm, 'base64url')).alg, algorithm);
        await person.page.goto(`${app.url}/`);
        await person.picture('signed-in');

        const ask = async (token) =>
          (await fetch(`${app.url}/api/books`, { headers: token ? { authorization: `Bearer ${token}` } : {} })).status;
        assert.equal(await ask(await machineToken('read:books')), 200);
        assert.equal(await ask(await machineToken()), 403);
        assert.equal(await ask(), 401);

        await person.page.locator('form[action="/logout"] button').click();
        await person.page.waitForURL(`${app.url}/`);
        await person.page.goto(`${app.url}/oauth2/authorization/gatehouse`);
        assert.equal(new URL(person.page.url()).origin, server.endpoint, 'the server asks again');
      } finally {
        await person.picture('end').catch(() => {});
        await person.leaves();
        await app.stop();
      }
    });
  }
});
