// What one thing costs more than another: both are measured in turns within one run, so that whatever else the machine does
// weighs on both alike.
import { execFileSync } from 'node:child_process';
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { readlinkSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from './http.mjs';
import { measure, together } from './measure.mjs';
import { machineRequest, posted, resource, signedInWith } from './operations.mjs';

const base64 = (value) => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');

/** A client's key, which signs as the client's library does. */
class ClientKey {
  constructor() {
    const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    this.privateKey = privateKey;
    this.jwk = publicKey.export({ format: 'jwk' });
  }

  signed(header, claims) {
    const input = `${base64({ alg: 'ES256', ...header })}.${base64(claims)}`;
    const signature = sign('sha256', Buffer.from(input), { key: this.privateKey, dsaEncoding: 'ieee-p1363' });
    return `${input}.${signature.toString('base64url')}`;
  }

  assertion(clientId, issuer, header = { kid: 'bench' }) {
    const now = Math.floor(Date.now() / 1000);
    return this.signed(header, { iss: clientId, sub: clientId, aud: issuer, jti: randomUUID(), iat: now, exp: now + 60 });
  }

  proof(url, accessToken) {
    const ath = accessToken && createHash('sha256').update(accessToken).digest('base64url');
    const claims = { htm: accessToken ? 'GET' : 'POST', htu: url, jti: randomUUID(), iat: Math.floor(Date.now() / 1000), ath };
    return this.signed({ typ: 'dpop+jwt', jwk: this.jwk }, claims);
  }
}



/** The pairs of the table. `allowed` is what the second may cost more: signature verifications, or CPU milliseconds. */
export async function comparisons({ management, endpoint, http, made, workers }) {
  const issuer = `${endpoint}/oidc`;
  const token = (request) => http.send('POST', '/oidc/token', request).then((answer) => JSON.parse(expect(answer, 200).text));
  const key = new ClientKey();
  const another = new ClientKey();
  await management.put(`/applications/${made.keyed.id}/authentication`, {
    method: 'private_key_jwt',
    jwks: {
      keys: [
        { ...another.jwk, alg: 'ES256', use: 'sig', kid: 'another' },
        { ...key.jwk, alg: 'ES256', use: 'sig', kid: 'bench' },
      ],
    },
  });
  const asserted = (header) =>
    posted({
      grant_type: 'client_credentials',
      resource,
      scope: 'read',
      client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer',
      client_assertion: key.assertion(made.keyed.id, issuer, header),
    });

  const proofOf = (worker, ...about) => ({ DPoP: keys[worker].proof(...about) });
  const keys = Array.from({ length: workers }, () => new ClientKey());
  const people = (headers) => signedInWith({ http, endpoint, made, workers, scope: 'openid profile offline_access', headers });
  const plain = await people();
  const bound = await people((worker) => proofOf(worker, `${issuer}/token`));
  const refresh = async (tokens, worker, fields = {}, headers = {}) => {
    const request = { grant_type: 'refresh_token', client_id: made.spa.id, refresh_token: tokens[worker].refresh_token, ...fields };
    tokens[worker] = { ...tokens[worker], ...(await token(posted(request, headers))) };
  };
  const members = await signedInWith({ http, endpoint, made, workers, scope: 'openid profile offline_access urn:logto:scope:organizations read' });
  const atApi = await signedInWith({ http, endpoint, made, workers, scope: 'openid profile offline_access', resource });

  const userinfo = (tokens, headers) => async (worker) =>
    void expect(await http.send('GET', '/oidc/me', { headers: headers(tokens[worker].access_token, worker) }), 200);
  const script = '/configs/jwt-customizer/client-credentials';
  const secret = { once: () => token(machineRequest(made.machine)) };
  return [
    {
      name: 'client credentials: private_key_jwt beside a secret',
      allowed: { verifications: 1 },
      one: secret,
      other: { once: () => token(asserted()) },
    },
    {
      // What one verification costs within the server: an assertion that names no key is tried with the other one first.
      name: 'client credentials: a second key tried beside one',
      allowed: {},
      one: { once: () => token(asserted()) },
      other: { once: () => token(asserted({})) },
    },
    {
      name: 'refresh: DPoP beside none',
      allowed: { verifications: 1 },
      one: { once: (worker) => refresh(plain, worker) },
      other: { once: (worker) => refresh(bound, worker, {}, proofOf(worker, `${issuer}/token`)) },
    },
    {
      name: 'userinfo: DPoP beside a bearer token',
      allowed: { verifications: 1 },
      one: { once: userinfo(plain, (value) => ({ authorization: `Bearer ${value}` })) },
      other: {
        once: userinfo(bound, (value, worker) => ({ authorization: `DPoP ${value}`, ...proofOf(worker, `${issuer}/me`, value) })),
      },
    },
    {
      name: 'refresh for an organization beside one for an API',
      allowed: { milliseconds: 0 },
      one: { once: (worker) => refresh(atApi, worker, { resource }) },
      other: { once: (worker) => refresh(members, worker, { organization_id: made.organization.id }) },
    },
    {
      name: 'client credentials: a script for claims beside none',
      allowed: { milliseconds: 3 },
      one: { ...secret, begins: () => management.send('DELETE', script) },
      other: {
        ...secret,
        begins: () =>
          management.put(script, {
            script: 'const getCustomJwtClaims = async ({ token, context }) => ({ plan: "gold", app: context.application.name, of: token.aud });',
          }),
      },
      ends: () => management.send('DELETE', script),
    },
  ];
}

/** Measures both of a pair in turns after warming both up. */
export async function compared(server, pair, { workers, seconds, warm }) {
  const sides = { one: [], other: [] };
  const turn = async (side, time) => {
    await pair[side].begins?.();
    await measure(server, pair[side].once, { workers, count: 50 * workers });
    return measure(server, pair[side].once, { workers, seconds: time });
  };
  for (const side of ['one', 'other']) await turn(side, warm / 2);
  for (let round = 0; round < 5; round++) {
    for (const side of round % 2 ? ['other', 'one'] : ['one', 'other']) sides[side].push(await turn(side, seconds / 5));
  }
  await pair.ends?.();
  return { name: pair.name, allowed: pair.allowed, one: together(sides.one), other: together(sides.other) };
}

/** CPU milliseconds of one ES256 verification and nothing else, by the libraries of the server, in a JVM of its own. */
export function verification(checkout, java) {
  const app = join(checkout, 'server', 'target', 'quarkus-app');
  const classes = [join(app, 'app', '*'), join(app, 'lib', 'main', '*'), join(app, 'lib', 'boot', '*')].join(':');
  const program = join(checkout, 'bench', 'Verification.java');
  const output = execFileSync(readlinkSync(`/proc/${java}/exe`), ['--enable-native-access=ALL-UNNAMED', '-cp', classes, program], {
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  return Number(output.trim());
}
