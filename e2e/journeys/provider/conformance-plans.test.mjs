// What is handed to the OpenID Foundation's conformance suite: its clients work, and its browser finds the way by the entries for it.
import assert from 'node:assert/strict';
import { randomUUID } from 'node:crypto';
import { after, before, describe, it } from 'node:test';
import { importJWK, SignJWT } from 'jose';
import { configurations, PLANS } from '../../conformance/configurations.mjs';
import { launch } from '../../harness/browser.mjs';
import { startGatehouse } from '../../harness/server.mjs';
import { Suite, SuiteBrowser } from '../../harness/suite.mjs';

const verifier = 'v'.repeat(43);

describe('Configurations for the conformance suite', () => {
  let server, browser, suite, all, issuer, callback;

  before(async () => {
    server = await startGatehouse('conformance-plans');
    issuer = `${server.endpoint}/oidc`;
    browser = await launch();
    suite = await Suite.listens();
    callback = `${suite.url}/test/a/gatehouse/callback`;
    all = await configurations({ management: server.management, endpoint: server.endpoint, suite: suite.url, alias: 'gatehouse' });
  });
  after(async () => {
    await suite?.stop();
    await browser?.close();
    await server?.stop();
  });

  const post = async (path, form, headers = {}) => {
    const answer = await fetch(`${issuer}${path}`, { method: 'POST', body: new URLSearchParams(form), headers });
    return { status: answer.status, body: await answer.json() };
  };
  const request = (client, changes = {}) => ({
    client_id: client.client_id,
    redirect_uri: callback,
    response_type: 'code',
    scope: 'openid',
    state: 'st4te',
    nonce: 'n0nce',
    ...changes,
  });
  const address = (form, path = '/auth') => `${issuer}${path}?${new URLSearchParams(form)}`;
  const opens = (name) => SuiteBrowser.opens(browser, `conformance-${name}`, suite);
  const byBasic = ({ client_id, client_secret }) => ({ authorization: `Basic ${Buffer.from(`${client_id}:${client_secret}`).toString('base64')}` });

  it('there is one for every plan, whose provider and clients are known', async () => {
    assert.deepEqual(Object.keys(all), Object.keys(PLANS));
    assert.equal(new Set(Object.values(PLANS).flat()).size, Object.values(PLANS).flat().length);
    for (const [name, { server: about, client, client2, alias }] of Object.entries(all)) {
      assert.equal(alias, 'gatehouse');
      const metadata = await (await fetch(about.discoveryUrl)).json();
      assert.equal(metadata.issuer, issuer);
      for (const each of [client, client2]) {
        if (!each.client_secret) continue;
        const { body } = await post('/token', { grant_type: 'authorization_code', code: 'unknown', redirect_uri: callback }, byBasic(each));
        assert.equal(body.error, 'invalid_grant', name);
      }
    }
  });

  it('signs in, by query, by fragment and by form', async () => {
    const { browser: entries, override, client } = all['oidcc-static'];
    const it = await opens('signs-in');
    await it.follows(entries, address(request(client)));
    assert.equal(it.answer().state, 'st4te');
    await it.follows(entries, address(request(client, { response_type: 'code id_token token' })));
    assert.deepEqual(['access_token', 'code', 'id_token'].filter((name) => !it.answer()[name]), []);
    await it.follows(entries, address(request(client, { response_mode: 'form_post' })));
    assert.ok(it.answer().code);
    const tokens = await post('/token', { grant_type: 'authorization_code', code: it.answer().code, redirect_uri: callback }, byBasic(client));
    assert.equal(tokens.status, 200, JSON.stringify(tokens.body));
    await it.follows(override['oidcc-prompt-login'].browser, address(request(client, { prompt: 'login' })));
    const unsigned = `eyJhbGciOiJub25lIn0.${Buffer.from(JSON.stringify(request(client))).toString('base64url')}.`;
    await it.follows(entries, address({ ...request(client, { redirect_uri: `${suite.url}/wrong` }), request: unsigned }));
    assert.ok(it.answer().code);
    const wrong = await it.follows(override['oidcc-ensure-registered-redirect-uri'].browser, address(request(client, { redirect_uri: `${suite.url}/wrong` })));
    assert.ok(wrong.startsWith(issuer));
    await it.close();
  });

  for (const name of ['oidcc-logout', 'oidcc-frontchannel-logout']) {
    it(`signs out: ${name}`, async () => {
      const { browser: entries, override, client } = all[name];
      const it = await opens(name);
      suite.arrivals.length = 0;
      await it.follows(entries, address(request(client)));
      const form = { grant_type: 'authorization_code', code: it.answer().code, redirect_uri: callback };
      const { body } = await post('/token', form, byBasic(client));
      const out = { id_token_hint: body.id_token, post_logout_redirect_uri: `${suite.url}/test/a/gatehouse/post_logout_redirect`, state: 's'.repeat(128) };
      const bad = { ...out, post_logout_redirect_uri: `${out.post_logout_redirect_uri}?foo=bar` };
      await it.follows(override['oidcc-rp-initiated-logout-bad-post-logout-redirect-uri'].browser, address(bad, '/session/end'));
      const hint = { ...out, id_token_hint: 'eyJhbGciOiJub25lIn0.e30.' };
      await it.follows(override['oidcc-rp-initiated-logout-bad-id-token-hint'].browser, address(hint, '/session/end'));
      await it.follows(entries, address(out, '/session/end'));
      assert.equal(it.answer().state, out.state);
      assert.equal(suite.arrivals.some(({ url }) => url.pathname.endsWith('/frontchannel_logout')), name === 'oidcc-frontchannel-logout');
      await it.follows(entries, address(request(client)));
      await it.follows(override['oidcc-rp-initiated-logout-no-params'].browser, `${issuer}/session/end`);
      await it.close();
    });
  }

  for (const name of ['fapi2-security-profile', 'fapi2-message-signing']) {
    it(`pushes, refuses and reuses: ${name}`, async () => {
      const { browser: entries, override, client, client2 } = all[name];
      const signs = async ({ client_id, jwks }, claims) => {
        const [{ alg, kid, ...jwk }] = jwks.keys;
        const now = Math.floor(Date.now() / 1_000);
        const said = { iss: client_id, aud: issuer, nbf: now, iat: now, exp: now + 60, jti: randomUUID(), ...claims };
        return new SignJWT(said).setProtectedHeader({ alg, kid }).sign(await importJWK(jwk, alg));
      };
      const pushed = async (who) => {
        const challenge = Buffer.from(await crypto.subtle.digest('SHA-256', Buffer.from(verifier))).toString('base64url');
        const asked = request(who, { code_challenge: challenge, code_challenge_method: 'S256', scope: who.scope });
        const form = name === 'fapi2-message-signing' ? { client_id: who.client_id, request: await signs(who, { ...asked, response_mode: 'jwt' }) } : asked;
        const assertion = await signs(who, { sub: who.client_id });
        const answer = await post('/request', {
          ...form,
          client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
          client_assertion: assertion,
        });
        assert.equal(answer.status, 201, JSON.stringify(answer.body));
        return address({ client_id: who.client_id, request_uri: answer.body.request_uri });
      };
      const said = ({ response, ...plain }) => (response ? JSON.parse(Buffer.from(response.split('.')[1], 'base64url')) : plain);

      const refuses = await opens(`${name}-refuses`);
      await refuses.follows(override['fapi2-security-profile-final-user-rejects-authentication'].browser, await pushed(client));
      assert.equal(said(refuses.answer()).error, 'access_denied');
      await refuses.close();

      const it = await opens(name);
      const twice = override['fapi2-security-profile-final-par-ensure-reused-request-uri-prior-to-auth-completion-succeeds'].browser;
      const url = await pushed(client2);
      await it.follows(twice, url);
      await it.follows(twice, url);
      assert.ok(said(it.answer()).code);
      const once = override['fapi2-security-profile-final-par-attempt-reuse-request_uri'].browser;
      const again = await pushed(client);
      await it.follows(once, again);
      assert.ok(said(it.answer()).code);
      assert.ok((await it.follows(once, again)).startsWith(issuer));
      await it.follows(entries, await pushed(client));
      await it.close();
    });
  }
});
