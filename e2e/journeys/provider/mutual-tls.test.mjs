// Clients that show a certificate in the handshake, as banks have it: the shipped server speaks TLS itself.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { createHash, randomUUID, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:https';
import { connect, getCiphers } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { importJWK, SignJWT } from 'jose';
import { configurations } from '../../conformance/configurations.mjs';
import { Agent } from '../../harness/client.mjs';
import { smtpConfig, startMailbox } from '../../harness/mailbox.mjs';
import { freshSettings, startGatehouse } from '../../harness/server.mjs';

const API = 'https://default.logto.app/api';

describe('Mutual TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse-tls-'));
  const at = (name) => join(folder, name);
  let server;
  let machine;
  let mailbox;

  const openssl = (...args) => execFileSync('openssl', args, { stdio: 'ignore' });
  const elliptic = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes'];
  /** A key with a certificate that it signed itself. */
  const selfSigned = (name, subject, ...more) => {
    openssl('req', '-x509', ...elliptic, '-days', '2', '-subj', subject, ...more, '-keyout', at(`${name}.key`), '-out', at(`${name}.pem`));
    return shown(name);
  };
  /** One with a certificate of the authority's. */
  const issued = (name, subject) => {
    openssl('req', ...elliptic, '-subj', subject, '-keyout', at(`${name}.key`), '-out', at(`${name}.csr`));
    openssl('x509', '-req', '-in', at(`${name}.csr`), '-CA', at('authority.pem'), '-CAkey', at('authority.key'), '-CAcreateserial', '-days', '2', '-out', at(`${name}.pem`));
    return shown(name);
  };
  const shown = (name) => {
    const [key, cert] = [readFileSync(at(`${name}.key`), 'utf8'), readFileSync(at(`${name}.pem`), 'utf8')];
    return { key, cert, x509: new X509Certificate(cert) };
  };
  const thumbprint = ({ x509 }) => createHash('sha256').update(x509.raw).digest('base64url');

  let own, another, alone;

  before(async () => {
    selfSigned('server', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1');
    selfSigned('authority', '/CN=Authority');
    own = issued('own', '/O=Harbour/CN=Client');
    another = issued('another', '/O=Harbour/CN=Another');
    alone = selfSigned('alone', '/CN=Alone');
    // The harness asks over TLS too, and knows no authority of ours.
    process.env.NODE_TLS_REJECT_UNAUTHORIZED = '0';
    const { ENDPOINT, ADMIN_ENDPOINT, ...ports } = await freshSettings('mutual-tls');
    server = await startGatehouse('mutual-tls', {
      env: {
        ...ports,
        ENDPOINT: ENDPOINT.replace('http:', 'https:'),
        ADMIN_ENDPOINT: ADMIN_ENDPOINT.replace('http:', 'https:'),
        HTTPS_CERT_PATH: at('server.pem'),
        HTTPS_KEY_PATH: at('server.key'),
        GATEHOUSE_CLIENT_CA_FILE: at('authority.pem'),
      },
    });
    machine = await server.management.application({ name: 'Bank', type: 'MachineToMachine' });
    const role = (await server.management.get('/roles?type=MachineToMachine')).find(({ name }) => name.includes('Management API'));
    await server.management.post(`/roles/${role.id}/applications`, { applicationIds: [machine.id] });
  });
  after(async () => {
    delete process.env.NODE_TLS_REJECT_UNAUTHORIZED;
    await mailbox?.stop();
    await server?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  /** A request over a connection of its own, with a certificate or none. */
  const ask = (path, certificate, { method = 'GET', headers = {}, form } = {}) =>
    new Promise((done, fail) => {
      const { key, cert } = certificate ?? {};
      const body = form && new URLSearchParams(form).toString();
      const type = form ? { 'content-type': 'application/x-www-form-urlencoded' } : {};
      request(`${server.endpoint}${path}`, { method, agent: false, rejectUnauthorized: false, key, cert, headers: { ...type, ...headers } }, (answer) => {
        let text = '';
        answer.on('data', (chunk) => (text += chunk));
        answer.on('end', () => done({ status: answer.statusCode, body: text ? JSON.parse(text) : undefined }));
      })
        .on('error', fail)
        .end(body);
    });
  const token = (certificate) =>
    ask('/oidc/token', certificate, {
      method: 'POST',
      form: { grant_type: 'client_credentials', client_id: machine.id, resource: API, scope: 'all' },
    });
  const register = (settings) => server.management.put(`/applications/${machine.id}/authentication`, settings);
  const claims = (jwt) => JSON.parse(Buffer.from(jwt.split('.')[1], 'base64url'));

  it('knows a client by the name in the certificate of an authority', async () => {
    await register({ method: 'tls_client_auth', certificateName: { subjectDn: 'CN=Client,O=Harbour' }, certificateBoundTokens: true });
    const { status, body } = await token(own);
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(claims(body.access_token).cnf['x5t#S256'], thumbprint(own));
    for (const wrong of [another, alone, undefined]) {
      const refused = await token(wrong);
      assert.deepEqual([refused.status, refused.body.error], [401, 'invalid_client']);
    }
  });

  it('lets a bound token in only over a connection with its certificate', async () => {
    const { body } = await token(own);
    const call = (certificate) => ask('/api/roles', certificate, { headers: { authorization: `Bearer ${body.access_token}` } });
    assert.equal((await call(own)).status, 200);
    for (const wrong of [another, alone, undefined]) {
      const refused = await call(wrong);
      assert.deepEqual([refused.status, refused.body.code], [401, 'auth.unauthorized']);
    }
  });

  it('knows a client by a certificate that it signed itself and published', async () => {
    const jwk = { ...alone.x509.publicKey.export({ format: 'jwk' }), x5c: [alone.x509.raw.toString('base64')] };
    await register({ method: 'self_signed_tls_client_auth', jwks: { keys: [jwk] }, certificateBoundTokens: true });
    const { status, body } = await token(alone);
    assert.equal(status, 200, JSON.stringify(body));
    assert.equal(claims(body.access_token).cnf['x5t#S256'], thumbprint(alone));
    for (const wrong of [own, undefined]) assert.equal((await token(wrong)).body.error, 'invalid_client');
  });

  it('says in its discovery that certificates are of use', async () => {
    const { body } = await ask('/oidc/.well-known/openid-configuration');
    assert.equal(body.tls_client_certificate_bound_access_tokens, true);
    for (const method of ['tls_client_auth', 'self_signed_tls_client_auth']) {
      assert.ok(body.token_endpoint_auth_methods_supported.includes(method));
    }
  });

  describe('as the conformance suite has it', () => {
    const suite = 'https://localhost.emobix.co.uk:8443';
    const callback = `${suite}/test/a/gatehouse/callback`;
    const who = { username: `bank_${Date.now()}`, password: 'High-tide-71-sail' };
    const bearer = ({ access_token }) => ({ headers: { authorization: `Bearer ${access_token}` } });
    let all;

    before(async () => {
      mailbox = await startMailbox();
      await server.management.post('/connectors', { connectorId: 'simple-mail-transfer-protocol', config: smtpConfig(mailbox.port) });
      all = await configurations({ management: server.management, endpoint: server.endpoint, suite, alias: 'gatehouse', who });
    });

    const signs = async ({ client_id, jwks }, audience, claims) => {
      const [{ alg, kid, ...jwk }] = jwks.keys;
      const now = Math.floor(Date.now() / 1_000);
      const said = { iss: client_id, aud: audience, nbf: now, iat: now, exp: now + 60, jti: randomUUID(), ...claims };
      return new SignJWT(said).setProtectedHeader({ alg, kid }).sign(await importJWK(jwk, alg));
    };
    /** How a client says who it is; the certificate says it alone where that is the method. */
    const proves = async (name, client) => ({
      client_id: client.client_id,
      ...(!name.endsWith('-mtls') && {
        client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
        client_assertion: await signs(client, `${server.endpoint}/oidc`, { sub: client.client_id }),
      }),
    });
    const post = (path, certificate, form) => ask(`/oidc${path}`, certificate, { method: 'POST', form });
    const field = (page, name) => new RegExp(`name="${name}" value="([^"]*)"`).exec(page)[1];

    /** Signs in, and allows what somebody else's client asks for; gives the address where that leads. */
    const consents = async (agent, url, { client_id: clientId }, redirectUri) => {
      const { hops } = await agent.signsIn({ url, clientId, redirectUri, ...who });
      const form = { decision: 'allow', form_token: field(hops.at(-1).text, 'form_token') };
      const allowed = await agent.send('POST', '/consent', { form });
      return agent.follows(allowed.location, redirectUri);
    };

    /** The tokens work with their certificate alone, and are not renewed without one. */
    const worksAlone = async (name, client, tokens, certificate, wrong) => {
      assert.equal(tokens.status, 200, JSON.stringify(tokens.body));
      assert.ok(tokens.body.id_token && tokens.body.refresh_token);
      const me = await ask('/oidc/me', certificate, bearer(tokens.body));
      assert.equal(me.status, 200, JSON.stringify(me.body));
      const { body } = await post('/token/introspection', certificate, { ...(await proves(name, client)), token: tokens.body.access_token });
      assert.equal(body.cnf['x5t#S256'], thumbprint({ x509: new X509Certificate(certificate.cert) }));
      for (const other of [wrong, undefined]) assert.equal((await ask('/oidc/me', other, bearer(tokens.body))).status, 401);
      const renews = async (shown) => {
        const form = { grant_type: 'refresh_token', refresh_token: tokens.body.refresh_token, ...(await proves(name, client)) };
        return (await post('/token', shown, form)).status;
      };
      assert.ok([400, 401].includes(await renews(undefined)), 'no token without a certificate');
      assert.equal(await renews(certificate), 200);
    };

    for (const name of ['fapi2-security-profile-bound', 'fapi2-security-profile-mtls']) {
      it(`a person signs in: ${name}`, async () => {
        const { client, mtls, mtls2 } = all[name];
        const verifier = 'v'.repeat(43);
        const request = {
          redirect_uri: callback,
          response_type: 'code',
          scope: client.scope,
          prompt: 'consent',
          state: 'st4te',
          nonce: 'n0nce',
          code_challenge: createHash('sha256').update(verifier).digest('base64url'),
          code_challenge_method: 'S256',
        };
        if (name.endsWith('-mtls')) {
          for (const wrong of [mtls2, undefined]) {
            const refused = await post('/request', wrong, { ...request, ...(await proves(name, client)) });
            assert.deepEqual([refused.status, refused.body.error], [401, 'invalid_client']);
          }
        }
        const pushed = await post('/request', mtls, { ...request, ...(await proves(name, client)) });
        assert.equal(pushed.status, 201, JSON.stringify(pushed.body));
        const agent = new Agent(server.endpoint);
        const query = new URLSearchParams({ client_id: client.client_id, request_uri: pushed.body.request_uri });
        const arrived = await consents(agent, `/oidc/auth?${query}`, client, callback);
        assert.equal(arrived.searchParams.get('iss'), `${server.endpoint}/oidc`);
        const exchange = { grant_type: 'authorization_code', code: arrived.searchParams.get('code'), redirect_uri: callback, code_verifier: verifier };
        const bare = await post('/token', undefined, { ...exchange, ...(await proves(name, client)) });
        assert.ok([400, 401].includes(bare.status), 'no token without a certificate');
        const tokens = await post('/token', mtls, { ...exchange, ...(await proves(name, client)) });
        await worksAlone(name, client, tokens, mtls, mtls2);
      });
    }

    for (const name of ['fapi-ciba', 'fapi-ciba-mtls']) {
      it(`a person signs in elsewhere: ${name}`, async () => {
        const { client, mtls, mtls2 } = all[name];
        const asked = { scope: client.scope, [client.hint_type]: client.hint_value, binding_message: '1234' };
        const begins = async (certificate, claims = {}) =>
          post('/bc-authorize', certificate, {
            request: await signs(client, `${server.endpoint}/oidc`, { ...asked, ...claims }),
            ...(await proves(name, client)),
          });
        const plain = await post('/bc-authorize', mtls, { ...asked, ...(await proves(name, client)) });
        assert.equal(plain.body.error, 'invalid_request', 'only what is signed counts');
        if (name.endsWith('-mtls')) assert.equal((await begins(mtls2)).body.error, 'invalid_client');
        const begun = await begins(mtls, { requested_expiry: '120' });
        assert.equal(begun.status, 200, JSON.stringify(begun.body));
        assert.equal(begun.body.expires_in, 120);

        const agent = new Agent(server.endpoint);
        const { location } = await agent.send('GET', await mailbox.linkFor(`${who.username}@example.com`));
        const done = `${server.endpoint}/oidc/backchannel/done`;
        const arrived = await consents(agent, location, client, done);
        const { text } = await agent.send('GET', arrived.href);
        assert.match(text, /1234/);
        const form = { request: field(text, 'request'), xsrf: field(text, 'xsrf'), decision: 'allow' };
        assert.equal((await agent.send('POST', '/oidc/backchannel', { form })).status, 200);

        const poll = async (certificate) =>
          post('/token', certificate, { grant_type: 'urn:openid:params:grant-type:ciba', auth_req_id: begun.body.auth_req_id, ...(await proves(name, client)) });
        assert.ok([400, 401].includes((await poll(undefined)).status), 'no token without a certificate');
        await worksAlone(name, client, await poll(mtls), mtls, mtls2);
      });
    }
  });

  /** What the listener agrees on with a client that offers this; undefined when they part. */
  const handshake = (endpoint, options) =>
    new Promise((done) => {
      const { hostname: host, port } = new URL(endpoint);
      const socket = connect({ host, port, rejectUnauthorized: false, ...options }, () => {
        done(`${socket.getProtocol()} ${socket.getCipher().standardName}`);
        socket.destroy();
      });
      socket.on('error', () => done(undefined));
    });

  it('agrees on TLS 1.2 and 1.3 with strong suites, and on nothing else', async () => {
    for (const endpoint of [server.endpoint, server.adminEndpoint]) {
      const agreed = new Set();
      for (const name of getCiphers().filter((each) => !each.startsWith('tls_'))) {
        const options = { minVersion: 'TLSv1.2', maxVersion: 'TLSv1.2', ciphers: `${name.toUpperCase()}:@SECLEVEL=0` };
        agreed.add(await handshake(endpoint, options).catch(() => undefined));
      }
      agreed.delete(undefined);
      assert.deepEqual([...agreed].sort(), [
        'TLSv1.2 TLS_ECDHE_ECDSA_WITH_AES_128_GCM_SHA256',
        'TLSv1.2 TLS_ECDHE_ECDSA_WITH_AES_256_GCM_SHA384',
      ]);
      assert.match(await handshake(endpoint, { minVersion: 'TLSv1.3' }), /^TLSv1\.3 TLS_AES_/);
      for (const old of ['TLSv1', 'TLSv1.1']) {
        assert.equal(await handshake(endpoint, { minVersion: old, maxVersion: old, ciphers: 'ALL:@SECLEVEL=0' }), undefined, old);
      }
    }
  });
});
