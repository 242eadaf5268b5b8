// What must be refused, and how: wrong clients, replays, tampering, and bytes that no honest client sends.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { at, launch, Person } from '../../harness/browser.mjs';
import { Agent, basic } from '../../harness/client.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const password = 'High-tide-71-sail';
const redirectUri = 'http://localhost:9/callback';
const megabyte = 'x'.repeat(1024 * 1024);

const hostile = {
  sql: `Robert'); DROP TABLE users;--`,
  html: '<script>document.title="taken"</script><img src=x onerror=alert(1)>',
  quotes: `"'\`{{7*7}}\${7*7}`,
  unicode: 'Zoë 李伟 محمد 👩🏽‍🚀 ﷺ İstanbul',
  combining: 'é́́́'.normalize('NFD'),
  direction: 'abc\u202Egnp.exe',
};

describe('Bad input', () => {
  let server;
  let web;
  let spa;
  let other;

  before(async () => {
    server = await startGatehouse('bad-input');
    const { management } = server;
    await management.byUsername();
    await management.user({ username: 'mira', password });
    const uris = { redirectUris: [redirectUri], postLogoutRedirectUris: ['http://localhost:9/'] };
    web = await management.application({ name: 'Web', type: 'Traditional', ...uris });
    other = await management.application({ name: 'Other', type: 'Traditional', ...uris });
    spa = await management.application({ name: 'Page', type: 'SPA', ...uris });
  });
  after(() => server?.stop());

  const agent = () => new Agent(server.endpoint);
  const signsIn = (who, application = web) =>
    who.signsIn({ clientId: application.id, redirectUri, username: 'mira', password });
  const exchange = (who, { code, verifier }, { application = web, ...changes } = {}) =>
    who.token({
      grant_type: 'authorization_code',
      client_id: application.id,
      ...(application.secret && { client_secret: application.secret }),
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
      ...changes,
    });
  const refresh = (who, token, application = web) =>
    who.token({
      grant_type: 'refresh_token',
      client_id: application.id,
      ...(application.secret && { client_secret: application.secret }),
      refresh_token: token,
    });
  const isHealthy = async () =>
    assert.equal((await agent().send('GET', '/oidc/.well-known/openid-configuration')).status, 200);

  describe('at the authorization endpoint', () => {
    it('refuses an unknown client without redirecting', async () => {
      const answer = await agent().authorizes({ client_id: 'nobody', redirect_uri: redirectUri });
      assert.equal(answer.status, 400);
      assert.equal(answer.json.error, 'invalid_client');
    });

    for (const wrong of [
      'http://localhost:9/callback/',
      'http://localhost:9/callback?a=b',
      'http://localhost:9/callback/../evil',
      'http://localhost:9@evil.example/callback',
      'http://localhost:9.evil.example/callback',
      'https://localhost:9/callback',
      'http://localhost:9/Callback',
      '//evil.example/callback',
      'javascript:alert(1)',
    ]) {
      it(`refuses the redirect URI ${wrong} without redirecting`, async () => {
        const answer = await agent().authorizes({ client_id: web.id, redirect_uri: wrong });
        assert.equal(answer.status, 400, answer.location);
        assert.equal(answer.location, null);
        assert.equal(answer.json.code, 'oidc.invalid_redirect_uri');
      });
    }

    it('shows a person, rather than JSON, which redirect URI was refused', async () => {
      const browser = await launch();
      const person = await Person.arrives(browser, 'bad-input', { locale: 'en' });
      try {
        const query = new URLSearchParams({
          client_id: web.id,
          redirect_uri: 'https://evil.example/callback',
          response_type: 'code',
          scope: 'openid',
        });
        await person.page.goto(`${server.endpoint}/oidc/auth?${query}`);
        await person.looksAtHostedPage('refused-redirect-uri', { language: 'en' });
        assert.match(await person.page.locator('body').innerText(), /https:\/\/evil\.example\/callback/);
        assert.equal(await person.page.locator('a[href^="https://evil.example"]').count(), 0);
      } finally {
        await browser.close();
      }
    });

    it('refuses a public client without PKCE, and a plain challenge', async () => {
      for (const changes of [
        { code_challenge: '', code_challenge_method: '' },
        { code_challenge_method: 'plain' },
      ]) {
        const answer = await agent().authorizes({ client_id: spa.id, redirect_uri: redirectUri, ...changes });
        const told = answer.location && new URL(answer.location, server.endpoint).searchParams.get('error');
        assert.equal(told ?? answer.json?.error, 'invalid_request');
      }
    });

    it('refuses a parameter sent twice', async () => {
      const query = new URLSearchParams({ client_id: web.id, redirect_uri: redirectUri, response_type: 'code', scope: 'openid' });
      const answer = await agent().send('GET', `/oidc/auth?${query}&scope=openid`);
      const told = answer.location && new URL(answer.location, server.endpoint).searchParams.get('error');
      assert.equal(told ?? answer.json?.error, 'invalid_request');
    });
  });

  describe('at the token endpoint', () => {
    it('exchanges a code once, and its replay ends what the first gave', async () => {
      const who = agent();
      const signedIn = await signsIn(who);
      assert.ok(signedIn.code, JSON.stringify(signedIn.hops.map(({ status, text }) => [status, text.slice(0, 200)])));
      const first = await exchange(who, signedIn);
      assert.equal(first.status, 200, first.text);
      const replay = await exchange(who, signedIn);
      assert.deepEqual([replay.status, replay.json.error], [400, 'invalid_grant']);
      const headers = { authorization: `Bearer ${first.json.access_token}` };
      assert.equal((await who.send('GET', '/oidc/me', { headers })).status, 401, 'the access token is dead');
      assert.equal((await refresh(who, first.json.refresh_token)).json.error, 'invalid_grant');
    });

    it('sixteen redemptions of one code have one winner at most', async () => {
      const who = agent();
      const signedIn = await signsIn(who);
      const answers = await Promise.all(Array.from({ length: 16 }, () => exchange(who, signedIn)));
      const won = answers.filter(({ status }) => status === 200).length;
      assert.equal(won, 1, JSON.stringify(answers.map(({ status }) => status)));
    });

    it('refuses a wrong verifier, a wrong redirect URI and another client', async () => {
      for (const changes of [
        { code_verifier: 'w'.repeat(43) },
        { code_verifier: '' },
        { redirect_uri: 'http://localhost:9/other' },
        { client_id: other.id, client_secret: other.secret },
      ]) {
        const who = agent();
        const answer = await exchange(who, await signsIn(who), changes);
        assert.equal(answer.status, 400, JSON.stringify(changes));
        assert.equal(answer.json.error, 'invalid_grant', JSON.stringify(changes));
      }
    });

    it('refuses a wrong secret, by form and by header', async () => {
      const form = { grant_type: 'client_credentials' };
      const who = agent();
      const byForm = await who.token({ ...form, client_id: web.id, client_secret: 'guess' });
      const byHeader = await who.token(form, basic(web.id, 'guess'));
      const unknown = await who.token(form, basic('nobody', 'guess'));
      for (const answer of [byForm, byHeader, unknown]) {
        assert.deepEqual([answer.status, answer.json.error], [401, 'invalid_client'], answer.text);
      }
    });

    it('a refresh token used again after three seconds ends the grant', async () => {
      const who = agent();
      const { json: first } = await exchange(who, await signsIn(who, spa), { application: spa });
      const second = await refresh(who, first.refresh_token, spa);
      assert.equal(second.status, 200, second.text);
      const retried = await refresh(who, first.refresh_token, spa);
      assert.equal(retried.status, 200, 'within the leeway');
      await sleep(3_500);
      const reused = await refresh(who, first.refresh_token, spa);
      assert.deepEqual([reused.status, reused.json.error], [400, 'invalid_grant']);
      const successor = await refresh(who, retried.json.refresh_token, spa);
      assert.deepEqual([successor.status, successor.json.error], [400, 'invalid_grant'], 'the whole grant is gone');
    });

    it('refuses bytes that no client sends, and stays up', async () => {
      const who = agent();
      const bodies = [
        { form: { grant_type: 'authorization_code\0', client_id: web.id, client_secret: web.secret } },
        { form: { grant_type: 'authorization_code', client_id: web.id, client_secret: web.secret, code: 'a\0b', redirect_uri: redirectUri } },
        { form: { grant_type: megabyte, client_id: web.id } },
        { form: { grant_type: 'refresh_token', client_id: web.id, client_secret: web.secret, refresh_token: megabyte } },
        { body: '{"grant_type":', headers: { 'content-type': 'application/json' } },
        { body: '<xml/>', headers: { 'content-type': 'application/xml' } },
        { body: '%%%=%', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
        { body: '', headers: { 'content-type': 'application/x-www-form-urlencoded' } },
        { form: hostile },
        { headers: { authorization: 'Basic !!!!', 'content-type': 'application/x-www-form-urlencoded' }, body: 'grant_type=client_credentials' },
      ];
      for (const options of bodies) {
        const answer = await who.send('POST', '/oidc/token', options);
        const what = JSON.stringify(options).slice(0, 150);
        assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} for ${what}: ${answer.text.slice(0, 200)}`);
      }
      await isHealthy();
    });
  });

  describe('with cookies and interactions', () => {
    const put = (who, headers = {}) =>
      who.send('PUT', '/api/experience', { json: { interactionEvent: 'SignIn' }, headers: { 'logto-app-id': web.id, ...headers } });

    it('knows nobody without, with tampered and with foreign cookies', async () => {
      assert.deepEqual(await told(put(agent())), [400, 'session.not_found']);
      for (const change of [
        () => 'garbage',
        () => '%7B%22x%22%3A',
        () => encodeURIComponent(JSON.stringify({ [web.id]: 'A'.repeat(43), _legacy: 'A'.repeat(43) })),
        () => encodeURIComponent(JSON.stringify({ [web.id]: hostile.sql })),
        (value) => value.slice(0, -12),
        () => 'y'.repeat(3_500),
      ]) {
        const who = agent();
        await who.authorizes({ client_id: web.id, redirect_uri: redirectUri });
        who.jar.change('_interaction', change);
        assert.deepEqual(await told(put(who)), [400, 'session.not_found'], String(change));
      }
    });

    it('does not hand one browser\'s interaction to another application', async () => {
      const who = agent();
      await who.authorizes({ client_id: web.id, redirect_uri: redirectUri });
      assert.deepEqual(await told(put(who, { 'logto-app-id': other.id })), [400, 'session.not_found']);
    });

    it('does not resume an interaction in a browser without its cookie', async () => {
      const who = agent();
      const { hops } = await signsIn(who);
      const resume = hops.find(({ json }) => json?.redirectTo).json.redirectTo;
      const answer = await agent().send('GET', resume);
      assert.ok(answer.status >= 400 && answer.status < 500 || answer.location?.includes('unknown-session'), `${answer.status} ${answer.location}`);
      assert.ok(!answer.location?.includes('code='));
    });

    it('a tampered session cookie is no session', async () => {
      const who = agent();
      await signsIn(who);
      who.jar.change('_session', (value) => value.split('').reverse().join(''));
      const answer = await who.authorizes({ client_id: web.id, redirect_uri: redirectUri, prompt: 'none' });
      assert.equal(new URL(answer.location, server.endpoint).searchParams.get('error'), 'login_required');
    });

    it('a form that is sent twice, or forged, does no harm', async () => {
      const who = agent();
      const started = await who.authorizes({ client_id: web.id, redirect_uri: redirectUri });
      const page = await who.send('GET', started.location);
      assert.equal(page.status, 200);
      const form = formOf(page.text, 'password');
      const forged = { identifier: 'mira', password };
      const first = await who.send('POST', form.action, { form: forged });
      assert.ok(!(first.location ?? '').includes('code='), 'no sign-in without the form\'s token');
      const again = await who.send('GET', started.location);
      const fresh = formOf(again.text, 'password');
      const fields = { ...fresh.hidden, identifier: 'mira', password };
      const answers = await Promise.all([
        who.send('POST', fresh.action, { form: fields }),
        who.send('POST', fresh.action, { form: fields }),
      ]);
      for (const { status } of answers) assert.ok(status < 500, String(status));
      assert.ok(answers.some(({ status }) => status === 303 || status === 302), JSON.stringify(answers.map(({ status }) => status)));
      const arrived = await who.follows(answers.find(({ location }) => location)?.location, redirectUri);
      assert.ok(arrived?.searchParams.get('code'), 'the person arrives all the same');
    });

    it('refuses hostile text in the forms, and shows it harmlessly', async () => {
      for (const [kind, text] of Object.entries({ ...hostile, nul: 'a\0b', long: megabyte })) {
        const who = agent();
        const started = await who.authorizes({ client_id: web.id, redirect_uri: redirectUri });
        const form = formOf((await who.send('GET', started.location)).text, 'password');
        const answer = await who.send('POST', form.action, { form: { ...form.hidden, identifier: text, password: text } });
        assert.ok(answer.status < 500, `${kind}: ${answer.status}`);
        assert.ok(!answer.text.includes('<script>document.title'), kind);
        assert.ok(!(answer.location ?? '').includes('code='), kind);
      }
      await isHealthy();
    });
  });

  describe('at the Management API', () => {
    it('keeps hostile and Unicode text as it is', async () => {
      const { management } = server;
      for (const [kind, text] of Object.entries(hostile)) {
        const user = await management.user({ name: text, customData: { text } });
        const read = await management.get(`/users/${user.id}`);
        assert.equal(read.name, text, kind);
        assert.equal(read.customData.text, text, kind);
        const application = await management.application({ name: text, type: 'SPA', description: text });
        assert.equal((await management.get(`/applications/${application.id}`)).name, text, kind);
        const found = await management.get(`/users?search=${encodeURIComponent(`%${text}%`)}`);
        assert.ok(Array.isArray(found), kind);
      }
    });

    it('answers 4xx to wrong types, over-long values, NUL and broken bodies', async () => {
      const { management } = server;
      const cases = [
        ['POST', '/users', '{"username":'],
        ['POST', '/users', 'null'],
        ['POST', '/users', '"text"'],
        ['POST', '/users', { username: 5 }],
        ['POST', '/users', { username: ['a'] }],
        ['POST', '/users', { username: "Robert'); DROP TABLE users;--" }],
        ['POST', '/users', { name: 'n'.repeat(129) }],
        ['POST', '/users', { name: 'a\0b' }],
        ['POST', '/users', { customData: 'text' }],
        ['POST', '/users', { name: megabyte }],
        ['POST', '/applications', { name: '', type: 'SPA' }],
        ['POST', '/applications', { name: 'x', type: 'Spaceship' }],
        ['POST', '/applications', { name: 'x', type: 'SPA', oidcClientMetadata: { redirectUris: ['javascript:alert(1)'], postLogoutRedirectUris: [] } }],
        ['POST', '/connectors', { connectorId: 'oauth2', metadata: { target: 'x' }, config: { clientId: 5 } }],
        ['POST', '/roles', { name: hostile.html.repeat(20), description: 'd' }],
        ['PATCH', '/sign-in-exp', { color: { primaryColor: 'red;}body{display:none' } }],
        ['GET', '/users?page=0'],
        ['GET', '/users?page_size=101'],
        ['GET', '/users?search.nothing=x'],
        ['GET', '/users/%00'],
        ['DELETE', `/users/${encodeURIComponent(hostile.sql)}`],
      ];
      for (const [method, path, body] of cases) {
        const answer = await management.send(method, path, body);
        const what = `${method} ${path} ${JSON.stringify(body ?? '').slice(0, 80)}`;
        assert.ok(answer.status >= 400 && answer.status < 500, `${answer.status} for ${what}: ${answer.text.slice(0, 200)}`);
      }
      const form = await management.send('POST', '/users', 'username=x', { 'content-type': 'application/xml' });
      assert.ok(form.status < 500, String(form.status));
      await isHealthy();
    });

    it('needs a token, and a good one', async () => {
      const who = agent();
      assert.deepEqual(await told(who.send('GET', '/api/users')), [401, 'auth.authorization_header_missing']);
      const bearer = (token) => who.send('GET', '/api/users', { headers: { authorization: `Bearer ${token}` } });
      assert.deepEqual(await told(bearer('opaque')), [401, 'auth.unauthorized']);
      const unsigned = `${Buffer.from('{"alg":"none"}').toString('base64url')}.${Buffer.from('{"sub":"x","scope":"all"}').toString('base64url')}.`;
      assert.deepEqual(await told(bearer(unsigned)), [401, 'auth.unauthorized']);
    });
  });

  it('hostile names reach the hosted pages as text', async () => {
    const browser = await launch();
    const application = await server.management.application({
      name: hostile.html,
      type: 'Traditional',
      redirectUris: [redirectUri],
    });
    const person = await Person.arrives(browser, 'bad-input-names', { locale: 'en' });
    try {
      const query = new URLSearchParams({ client_id: application.id, redirect_uri: redirectUri, response_type: 'code', scope: 'openid', login_hint: hostile.html });
      await person.page.goto(`${server.endpoint}/oidc/auth?${query}`);
      await person.looksAtHostedPage('hostile-name', { language: 'en' });
      assert.notEqual(await person.page.title(), 'taken');
      assert.equal(await person.page.locator('img[onerror]').count(), 0);
      assert.ok(at(server.endpoint)(new URL(person.page.url())));
    } finally {
      await browser.close();
    }
  });
});

const told = async (answer) => {
  const { status, json } = await answer;
  return [status, json?.code];
};

/** The form of a page that holds the input `name`: its action and hidden fields. */
function formOf(html, name) {
  const forms = html.match(/<form[\s\S]*?<\/form>/g) ?? [];
  const form = forms.find((text) => new RegExp(`name="${name}"`).test(text)) ?? forms[0];
  assert.ok(form, 'the page has a form');
  const attribute = (tag, key) => new RegExp(`\\s${key}="([^"]*)"`).exec(tag)?.[1].replaceAll('&amp;', '&');
  const hidden = Object.fromEntries(
    (form.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []).map((tag) => [attribute(tag, 'name'), attribute(tag, 'value') ?? '']),
  );
  return { action: attribute(form, 'action') ?? '/sign-in', hidden };
}
