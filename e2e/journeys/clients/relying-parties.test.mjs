// The libraries that relying parties are made of: `openid-client` and `oauth4webapi` from npm, `authlib` from PyPI,
// `golang.org/x/oauth2` with `coreos/go-oidc`.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { exportJWK, exportPKCS8, generateKeyPair } from 'jose';
import * as oauth from 'oauth4webapi';
import * as client from 'openid-client';
import { launch, Person } from '../../harness/browser.mjs';
import { callback } from '../../harness/callback.mjs';
import { venv } from '../../harness/samples.mjs';
import { checkout, startGatehouse } from '../../harness/server.mjs';

const password = 'High-tide-71-sail';
const scope = 'openid profile offline_access';
const insecure = { [oauth.allowInsecureRequests]: true };

describe('Relying parties', () => {
  let server;
  let browser;
  let place;
  let issuer;

  before(async () => {
    server = await startGatehouse('relying-parties');
    issuer = `${server.endpoint}/oidc`;
    browser = await launch();
    place = await callback();
    await server.management.byUsername();
    await server.management.user({ username: 'relying', password });
  });
  after(async () => {
    await place?.stop();
    await browser?.close();
    await server?.stop();
  });

  const application = (name, type) =>
    server.management.application({ name, type, redirectUris: [place.url], postLogoutRedirectUris: [place.home] });

  /** Sends a fresh person to `url`; answers where the application was returned to, and the person. */
  async function signsIn(journey, url) {
    const person = await Person.arrives(browser, journey);
    const arrived = place.arrived();
    await person.page.goto(String(url));
    await person.walks({ identifier: 'relying', password }, (at) => at.href.startsWith(place.url));
    return { back: await arrived, person };
  }

  /** The application's key pair, whose public half it has told the provider. */
  async function ownKey(app, alg = 'ES256') {
    const pair = await generateKeyPair(alg, { extractable: true });
    const jwk = { ...(await exportJWK(pair.publicKey)), alg, kid: 'own', use: 'sig' };
    await server.management.put(`/applications/${app.id}/authentication`, {
      method: 'private_key_jwt',
      jwks: { keys: [jwk] },
    });
    return pair;
  }

  const authentications = {
    client_secret_basic: async (app) => client.ClientSecretBasic(app.secret),
    client_secret_post: async (app) => client.ClientSecretPost(app.secret),
    client_secret_jwt: async (app) => client.ClientSecretJwt(app.secret),
    private_key_jwt: async (app) => client.PrivateKeyJwt({ key: (await ownKey(app)).privateKey, kid: 'own' }),
    none: async () => client.None(),
  };

  for (const [method, authentication] of Object.entries(authentications)) {
    it(`openid-client with ${method}: code with PKCE, userinfo, refresh, introspection, revocation, sign-out`, async () => {
      const app = await application(`openid-client ${method}`, method === 'none' ? 'SPA' : 'Traditional');
      const config = await client.discovery(new URL(issuer), app.id, undefined, await authentication(app), {
        execute: [client.allowInsecureRequests],
      });
      const verifier = client.randomPKCECodeVerifier();
      const state = client.randomState();
      const nonce = client.randomNonce();
      const asked = {
        redirect_uri: place.url,
        scope,
        prompt: 'consent',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
        state,
        nonce,
      };
      const pushed = method !== 'none';
      const url = pushed
        ? await client.buildAuthorizationUrlWithPAR(config, asked)
        : client.buildAuthorizationUrl(config, asked);
      assert.equal(url.searchParams.has('request_uri'), pushed);
      const { back, person } = await signsIn(`openid-client-${method}`, url);
      try {
        const tokens = await client.authorizationCodeGrant(config, back, {
          pkceCodeVerifier: verifier,
          expectedState: state,
          expectedNonce: nonce,
          idTokenExpected: true,
        });
        const { sub } = tokens.claims();
        const info = await client.fetchUserInfo(config, tokens.access_token, sub);
        assert.equal(info.username, 'relying');
        const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token);
        assert.notEqual(refreshed.access_token, tokens.access_token);
        assert.equal((await client.tokenIntrospection(config, refreshed.access_token)).active, true);
        await client.tokenRevocation(config, refreshed.refresh_token);
        assert.equal((await client.tokenIntrospection(config, refreshed.access_token)).active, false);
        await assert.rejects(client.refreshTokenGrant(config, refreshed.refresh_token), { error: 'invalid_grant' });

        const end = client.buildEndSessionUrl(config, {
          id_token_hint: tokens.id_token,
          post_logout_redirect_uri: place.home,
          state: 'gone',
        });
        await person.page.goto(end.href);
        await person.page.waitForURL(`${place.home}?state=gone`);
      } finally {
        await person.leaves();
      }
    });
  }

  it('openid-client with DPoP: tokens are of use to whoever holds the key', async () => {
    const app = await application('openid-client DPoP', 'SPA');
    const config = await client.discovery(new URL(issuer), app.id, undefined, client.None(), {
      execute: [client.allowInsecureRequests],
    });
    const verifier = client.randomPKCECodeVerifier();
    const DPoP = client.getDPoPHandle(config, await client.randomDPoPKeyPair('ES256'));
    const url = client.buildAuthorizationUrl(config, {
      redirect_uri: place.url,
      scope,
      prompt: 'consent',
      code_challenge: await client.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
      dpop_jkt: await DPoP.calculateThumbprint(),
    });
    const { back, person } = await signsIn('openid-client-dpop', url);
    await person.leaves();
    const tokens = await client.authorizationCodeGrant(config, back, { pkceCodeVerifier: verifier }, undefined, { DPoP });
    assert.equal(tokens.token_type, 'dpop');
    const { sub } = tokens.claims();
    const info = await client.fetchUserInfo(config, tokens.access_token, sub, { DPoP });
    assert.equal(info.username, 'relying');
    await assert.rejects(client.fetchUserInfo(config, tokens.access_token, sub), 'without the key it is worth nothing');
    const refreshed = await client.refreshTokenGrant(config, tokens.refresh_token, undefined, { DPoP });
    assert.equal(refreshed.token_type, 'dpop');
  });

  it('openid-client: an application gets a token for itself', async () => {
    await server.management.post('/resources', { name: 'Parts', indicator: 'https://parts.example/api' });
    const machine = await server.management.application({ name: 'Machine', type: 'MachineToMachine' });
    const config = await client.discovery(new URL(issuer), machine.id, machine.secret, undefined, {
      execute: [client.allowInsecureRequests],
    });
    const tokens = await client.clientCredentialsGrant(config, { resource: 'https://parts.example/api' });
    assert.equal(tokens.token_type, 'bearer');
    assert.equal(tokens.access_token.split('.').length, 3);
  });

  it('oauth4webapi: a public client, each answer checked by the letter', async () => {
    const app = await application('oauth4webapi', 'SPA');
    const at = new URL(issuer);
    const as = await oauth.processDiscoveryResponse(at, await oauth.discoveryRequest(at, insecure));
    const party = { client_id: app.id };
    const verifier = oauth.generateRandomCodeVerifier();
    const [state, nonce] = [oauth.generateRandomState(), oauth.generateRandomNonce()];
    const url = new URL(as.authorization_endpoint);
    url.search = new URLSearchParams({
      client_id: app.id,
      redirect_uri: place.url,
      response_type: 'code',
      scope,
      prompt: 'consent',
      state,
      nonce,
      code_challenge: await oauth.calculatePKCECodeChallenge(verifier),
      code_challenge_method: 'S256',
    });
    const { back, person } = await signsIn('oauth4webapi', url);
    await person.leaves();
    const parameters = oauth.validateAuthResponse(as, party, back, state);
    const tokens = await oauth.processAuthorizationCodeResponse(
      as,
      party,
      await oauth.authorizationCodeGrantRequest(as, party, oauth.None(), parameters, place.url, verifier, insecure),
      { expectedNonce: nonce, requireIdToken: true },
    );
    const { sub } = oauth.getValidatedIdTokenClaims(tokens);
    const info = await oauth.processUserInfoResponse(
      as,
      party,
      sub,
      await oauth.userInfoRequest(as, party, tokens.access_token, insecure),
    );
    assert.equal(info.username, 'relying');
    const refreshed = await oauth.processRefreshTokenResponse(
      as,
      party,
      await oauth.refreshTokenGrantRequest(as, party, oauth.None(), tokens.refresh_token, insecure),
    );
    await oauth.processRevocationResponse(
      await oauth.revocationRequest(as, party, oauth.None(), refreshed.refresh_token, insecure),
    );
    const again = await oauth.refreshTokenGrantRequest(as, party, oauth.None(), refreshed.refresh_token, insecure);
    await assert.rejects(oauth.processRefreshTokenResponse(as, party, again), { error: 'invalid_grant' });
  });

  const device = (name) =>
    server.management.application({ name, type: 'Native', customClientMetadata: { isDeviceFlow: true } });

  /** Somebody at another screen opens the address that a device shows, and signs in there. */
  async function connects(journey, url) {
    const person = await Person.arrives(browser, journey);
    await person.page.goto(String(url));
    await person.page.locator('button[name=confirm]').click();
    await person.walks({ identifier: 'relying', password }, (at) => at.pathname === '/device/success');
    await person.leaves();
  }

  it('openid-client on a device', async () => {
    const app = await device('openid-client device');
    const config = await client.discovery(new URL(issuer), app.id, undefined, client.None(), {
      execute: [client.allowInsecureRequests],
    });
    const codes = await client.initiateDeviceAuthorization(config, { scope });
    const polled = client.pollDeviceAuthorizationGrant(config, codes);
    const [tokens] = await Promise.all([polled, connects('openid-client-device', codes.verification_uri_complete)]);
    const info = await client.fetchUserInfo(config, tokens.access_token, tokens.claims().sub);
    assert.equal(info.username, 'relying');
    assert.ok((await client.refreshTokenGrant(config, tokens.refresh_token)).access_token);
  });

  it('oauth4webapi on a device', async () => {
    const app = await device('oauth4webapi device');
    const at = new URL(issuer);
    const as = await oauth.processDiscoveryResponse(at, await oauth.discoveryRequest(at, insecure));
    const party = { client_id: app.id };
    const codes = await oauth.processDeviceAuthorizationResponse(
      as,
      party,
      await oauth.deviceAuthorizationRequest(as, party, oauth.None(), { scope }, insecure),
    );
    const poll = async () =>
      oauth.processDeviceCodeResponse(
        as,
        party,
        await oauth.deviceCodeGrantRequest(as, party, oauth.None(), codes.device_code, insecure),
      );
    await assert.rejects(poll(), { error: 'authorization_pending' });
    await connects('oauth4webapi-device', codes.verification_uri_complete);
    await sleep(codes.interval * 1000 + 500);
    const tokens = await poll();
    assert.equal(tokens.token_type, 'bearer');
    assert.ok(oauth.getValidatedIdTokenClaims(tokens).sub);
    await assert.rejects(poll(), { error: 'invalid_grant' });
  });

  it('two applications of one browser hear of a sign-out: in a frame, and by asking', async () => {
    const [first, second] = [place, await callback()];
    const heard = (at) => at.visited.filter(({ pathname }) => pathname === '/signed-out');
    const configured = async (name, at) => {
      const app = await server.management.application({ name, type: 'SPA', redirectUris: [at.url], postLogoutRedirectUris: [at.home] });
      await server.management.put(`/applications/${app.id}/strict-oidc`, { enabled: true });
      await server.management.put(`/applications/${app.id}/protocol`, {
        frontchannelLogoutUri: `${at.home}signed-out`,
        frontchannelLogoutSessionRequired: true,
      });
      const config = await client.discovery(new URL(issuer), app.id, undefined, client.None(), {
        execute: [client.allowInsecureRequests],
      });
      const verifier = client.randomPKCECodeVerifier();
      const url = client.buildAuthorizationUrl(config, {
        redirect_uri: at.url,
        scope: 'openid',
        code_challenge: await client.calculatePKCECodeChallenge(verifier),
        code_challenge_method: 'S256',
      });
      return { config, url, verifier };
    };
    const one = await configured('Frames one', first);
    const two = await configured('Frames two', second);
    const { back, person } = await signsIn('frames', one.url);
    try {
      const { sid } = (await client.authorizationCodeGrant(one.config, back, { pkceCodeVerifier: one.verifier })).claims();
      const arrived = second.arrived();
      await person.page.goto(two.url.href);
      const { id_token: hint } = await client.authorizationCodeGrant(two.config, await arrived, { pkceCodeVerifier: two.verifier });

      /** What the provider's frame says to a page of the first application's. */
      const asks = async (state) => {
        await person.page.goto(first.home);
        return person.page.evaluate(
          ({ frame, message }) =>
            new Promise((done) => {
              const inside = document.createElement('iframe');
              inside.src = frame;
              inside.onload = () => inside.contentWindow.postMessage(message, new URL(frame).origin);
              window.addEventListener('message', ({ data, origin }) => origin === new URL(frame).origin && done(data));
              document.body.append(inside);
            }),
          { frame: one.config.serverMetadata().check_session_iframe, message: `${one.config.clientMetadata().client_id} ${state}` },
        );
      };
      const state = back.searchParams.get('session_state');
      assert.equal(await asks(state), 'unchanged');
      assert.equal(await asks(`${state}x`), 'changed');

      const end = client.buildEndSessionUrl(two.config, { id_token_hint: hint, post_logout_redirect_uri: second.home, state: 'gone' });
      await person.page.goto(end.href);
      await person.page.waitForURL(`${second.home}?state=gone`);
      for (const at of [first, second]) {
        const [called] = heard(at);
        assert.deepEqual([called?.searchParams.get('iss'), called?.searchParams.get('sid')], [issuer, sid]);
      }
      assert.equal(await asks(state), 'changed');
    } finally {
      await person.leaves();
      await second.stop();
    }
  });

  /** Runs a program that prints an address, is told where the person came back, and prints what it got. */
  async function program(journey, command, args, options, visit) {
    const run = spawn(command, args, { ...options, stdio: ['pipe', 'pipe', 'pipe'] });
    let complaint = '';
    run.stderr.on('data', (text) => (complaint += text));
    const lines = createInterface({ input: run.stdout })[Symbol.asyncIterator]();
    const { value: url } = await lines.next();
    assert.ok(url?.startsWith('http'), `${url} ${complaint}`);
    if (visit) {
      await visit(url);
    } else {
      const { back, person } = await signsIn(journey, url);
      await person.leaves();
      run.stdin.write(`${back.href}\n`);
    }
    const { value: got } = await lines.next();
    assert.ok(got, complaint);
    return JSON.parse(got);
  }

  const party = (app, more = {}) => ({
    ...process.env,
    ISSUER: issuer,
    CLIENT_ID: app.id,
    CLIENT_SECRET: app.secret,
    REDIRECT_URI: place.url,
    ...more,
  });

  for (const method of ['client_secret_basic', 'client_secret_post', 'client_secret_jwt', 'private_key_jwt']) {
    it(`authlib with ${method}`, async () => {
      const app = await application(`authlib ${method}`, 'Traditional');
      const secret =
        method === 'private_key_jwt' ? await exportPKCS8((await ownKey(app, 'RS256')).privateKey) : app.secret;
      const got = await program(`authlib-${method}`, venv(), [join(checkout, 'e2e', 'clients', 'authlib_client.py')], {
        env: party(app, { METHOD: method, CLIENT_SECRET: secret, AUTHLIB_INSECURE_TRANSPORT: '1' }),
      });
      assert.equal(got.info.sub, got.sub);
      assert.equal(got.info.username, 'relying');
      assert.deepEqual([got.refreshed, got.active, got.activeAfter], [true, true, false]);
    });
  }

  it('authlib on a device', async () => {
    const app = await device('authlib device');
    const script = join(checkout, 'e2e', 'clients', 'authlib_device.py');
    const env = party(app, { CLIENT_SECRET: '', AUTHLIB_INSECURE_TRANSPORT: '1' });
    const got = await program('authlib-device', venv(), [script], { env }, (url) => connects('authlib-device', url));
    assert.deepEqual([got.pending, got.info.username], [true, 'relying']);
  });

  const go = spawnSync('go', ['version']).status === 0;
  it('golang.org/x/oauth2 with coreos/go-oidc', { skip: go ? false : 'there is no Go here' }, async () => {
    const app = await application('go-oidc', 'Traditional');
    const cwd = join(checkout, 'e2e', 'clients', 'go');
    const got = await program('go-oidc', 'go', ['run', '.'], { cwd, env: party(app) });
    assert.equal(got.info.sub, got.sub);
    assert.equal(got.refreshed, true);
  });

  it('golang.org/x/oauth2 on a device', { skip: go ? false : 'there is no Go here' }, async () => {
    const app = await device('go device');
    const cwd = join(checkout, 'e2e', 'clients', 'go');
    const env = party(app, { CLIENT_SECRET: '', DEVICE: 'yes' });
    const got = await program('go-device', 'go', ['run', '.'], { cwd, env }, (url) => connects('go-device', url));
    assert.equal(got.info.sub, got.sub);
    assert.equal(got.refreshed, true);
  });
});
