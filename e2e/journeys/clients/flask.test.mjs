// The tutorials' Flask application with the genuine PyPI package, in Portuguese.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { at, launch, Person } from '../../harness/browser.mjs';
import { place, startFlask } from '../../harness/samples.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const password = 'Mare-alta-71-vela';

describe('Flask with the package logto', () => {
  let server;
  let browser;

  before(async () => {
    server = await startGatehouse('flask');
    await server.management.byUsername();
    browser = await launch();
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function flask(name, storage) {
    const where = await place();
    const application = await server.management.application({
      name,
      type: 'Traditional',
      redirectUris: [`${where.url}/callback`],
      postLogoutRedirectUris: [`${where.url}/`],
    });
    return startFlask({ name: `flask-${storage}`, endpoint: server.endpoint, application, storage, place: where });
  }

  for (const storage of ['session', 'memory']) {
    it(`registers, signs out and signs in again with ${storage} storage`, async () => {
      const app = await flask('Livraria', storage);
      const person = await Person.arrives(browser, `flask-${storage}`, { locale: 'pt-BR' });
      const { page } = person;
      const username = `leitora_${storage}`;
      try {
        await page.goto(app.url);
        await person.picture('home');

        await page.locator('a[href="/sign-in"]').click();
        assert.equal(new URL(page.url()).origin, server.endpoint);
        assert.equal(new URL(page.url()).pathname, '/sign-in');
        await person.looksAtHostedPage('sign-in', { language: 'pt-BR' });

        await page.goto(`${app.url}/sign-up`);
        assert.equal(new URL(page.url()).pathname, '/register', 'interactionMode="signUp" lands on registration');
        await person.looksAtHostedPage('register', { language: 'pt-BR' });
        await person.walks({ identifier: username, username, password, confirm: password }, at(app.url));
        assert.equal(page.url(), `${app.url}/`);
        assert.equal(await page.locator('a[href="/sign-out"]').count(), 1);
        await person.picture('signed-in');

        const claims = await (await page.request.get(`${app.url}/claims`)).json();
        assert.equal(claims.username, username);
        const info = await (await page.request.get(`${app.url}/user-info`)).json();
        assert.equal(info.sub, claims.sub);

        await page.locator('a[href="/sign-out"]').click();
        await page.waitForURL(`${app.url}/`);
        assert.equal(await page.locator('a[href="/sign-in"]').count(), 1, 'signed out');

        await page.locator('a[href="/sign-in"]').click();
        await page.waitForLoadState('load');
        assert.equal(new URL(page.url()).origin, server.endpoint, 'the server asks again');
        await person.walks({ identifier: username, password }, at(app.url));
        assert.equal(await page.locator('a[href="/sign-out"]').count(), 1);
      } finally {
        await person.picture('end').catch(() => {});
        await person.leaves();
        await app.stop();
      }
    });
  }

  it('a second visit within the session needs no password', async () => {
    const [first, second] = [await flask('Primeira', 'session'), await flask('Segunda', 'session')];
    await server.management.user({ username: 'visitante', password });
    const person = await Person.arrives(browser, 'flask-single-sign-on', { locale: 'pt-BR' });
    try {
      await person.page.goto(`${first.url}/sign-in`);
      await person.walks({ identifier: 'visitante', password }, at(first.url));
      await person.page.goto(`${second.url}/sign-in`);
      await person.page.waitForURL(`${second.url}/`);
      assert.equal(await person.page.locator('a[href="/sign-out"]').count(), 1);
    } finally {
      await person.leaves();
      await first.stop();
      await second.stop();
    }
  });

  for (const algorithm of ['ES384', 'RS256']) {
    it(`Flask's cookie stays under 3,500 bytes with every profile claim and ${algorithm}`, async () => {
      const type = algorithm === 'RS256' ? 'RSA' : 'EC';
      await server.management.post('/configs/oidc/private-keys/rotate', { signingKeyAlgorithm: type });
      const app = await flask('Cookie', 'session');
      const username = `tudo_${type.toLowerCase()}`;
      await server.management.user(everyProfileClaim(username));
      const person = await Person.arrives(browser, `flask-cookie-${algorithm}`, { locale: 'pt-BR' });
      try {
        await person.page.goto(`${app.url}/sign-in`);
        await person.walks({ identifier: username, password }, at(app.url));
        const cookies = await person.context.cookies(app.url);
        const session = cookies.find(({ name }) => name === 'session');
        assert.ok(session, 'Flask keeps its session');
        const size = session.name.length + session.value.length;
        assert.ok(size < 3_500, `the cookie has ${size} bytes`);
        assert.equal(await person.page.locator('a[href="/sign-out"]').count(), 1, 'and is signed in');
        const claims = await (await person.page.request.get(`${app.url}/claims`)).json();
        assert.equal(claims.name, 'Iracema Conceição de Albuquerque e Vasconcelos');
      } finally {
        await person.leaves();
        await app.stop();
      }
    });
  }
});

const everyProfileClaim = (username) => ({
  username,
  password,
  name: 'Iracema Conceição de Albuquerque e Vasconcelos',
  avatar: 'https://images.example/people/iracema-conceicao/portrait-512x512.png',
  primaryEmail: `${username}@livraria.example`,
  primaryPhone: username.endsWith('rsa') ? '5511987654321' : '5511987654322',
  profile: {
    familyName: 'de Albuquerque e Vasconcelos',
    givenName: 'Iracema',
    middleName: 'Conceição',
    nickname: 'Cema',
    preferredUsername: 'iracema.da.livraria',
    profile: 'https://livraria.example/pessoas/iracema-conceicao',
    website: 'https://iracema.example/notas-de-leitura',
    gender: 'feminino',
    birthdate: '1987-03-14',
    zoneinfo: 'America/Sao_Paulo',
    locale: 'pt-BR',
  },
});
