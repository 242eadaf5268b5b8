// Two servers on one PostgreSQL: what one changes the other knows at once, and both outlive a database that goes away.
import assert from 'node:assert/strict';
import { createHash, generateKeyPairSync, randomUUID, sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, basic } from '../../harness/client.mjs';
import { startProxy } from '../../harness/proxy.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const kek = Buffer.alloc(32, 7).toString('base64');
const base64 = (value) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A key of a client, which signs tokens of it. */
function clientKey() {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const jwk = publicKey.export({ format: 'jwk' });
  const signs = (header, claims) => {
    const input = `${base64({ alg: 'ES256', ...header })}.${base64(claims)}`;
    return `${input}.${sign('sha256', Buffer.from(input), { key: privateKey, dsaEncoding: 'ieee-p1363' }).toString('base64url')}`;
  };
  return { jwk, signs };
}

describe('Two nodes', () => {
  let first;
  let second;
  let wire;

  before(async () => {
    first = await startGatehouse('node-1', { env: { SECRET_VAULT_KEK: kek, TRUST_PROXY_HEADER: 'false' } });
    const read = (name) => readFileSync(join(first.data, 'postgres', name), 'utf8').trim();
    const address = new URL(read('connection').replace(/^jdbc:/, ''));
    wire = await startProxy(Number(address.port));
    second = await startGatehouse('node-2', {
      beside: first,
      env: {
        SECRET_VAULT_KEK: kek,
        GATEHOUSE_LOG: 'json',
        TRUST_PROXY_HEADER: 'true',
        DB_URL: `postgres://gatehouse:${read('password')}@127.0.0.1:${wire.port}${address.pathname}`,
      },
    });
  });
  after(async () => {
    await second?.stop();
    await wire?.stop();
    await first?.stop();
  });

  /** Asks until the answer is right, for as long as a change may take to arrive. */
  async function within(milliseconds, question) {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      try {
        return await question();
      } catch (cause) {
        if (Date.now() > deadline) throw cause;
        await sleep(50);
      }
    }
  }

  const keyIds = async (server) => {
    const { keys } = await (await fetch(`${server.endpoint}/oidc/jwks`)).json();
    return keys.map(({ kid }) => kid).sort();
  };

  /** What whoever balances the load is told of the second node. */
  const readiness = async () => {
    const answer = await fetch(`http://localhost:${second.managementPort}/q/health/ready`);
    const { checks } = await answer.json();
    return { status: answer.status, database: checks.find(({ name }) => name === 'database').status };
  };

  it('a change of settings reaches the other node', async () => {
    for (const primaryColor of ['#112233', '#445566']) {
      const { color } = await first.management.get('/sign-in-exp');
      await first.management.signInExperience({ color: { ...color, primaryColor } });
      await within(2_000, async () =>
        assert.equal((await second.management.get('/sign-in-exp')).color.primaryColor, primaryColor),
      );
    }
  });

  it('a key rotated on one node is published and signed with on the other', async () => {
    const before = await keyIds(second);
    await first.management.post('/configs/oidc/private-keys/rotate', {});
    await within(2_000, async () => {
      const after = await keyIds(second);
      assert.notDeepEqual(after, before);
      assert.deepEqual(after, await keyIds(first));
    });
  });

  it('a secret deleted on one node is refused by the other', async () => {
    const machine = await first.management.application({ name: 'Machine', type: 'MachineToMachine' });
    const ask = () =>
      new Agent(second.endpoint).token(
        { grant_type: 'client_credentials', resource: 'https://nothing.example' },
        basic(machine.id, machine.secret),
      );
    await within(2_000, async () => assert.equal((await ask()).json.error, 'invalid_target', 'known, with its secret'));
    await first.management.delete(`/applications/${machine.id}/secrets/${encodeURIComponent('Default secret')}`);
    await within(2_000, async () => assert.equal((await ask()).json.error, 'invalid_client'));
  });

  const seconds = () => Math.floor(Date.now() / 1000);
  const api = { grant_type: 'client_credentials', resource: 'https://default.logto.app/api' };

  it('what a client may show once counts once, also what was shown before the second node joined', async () => {
    const { jwk, signs } = clientKey();
    const keyed = await first.management.application({ name: 'Keyed', type: 'MachineToMachine' });
    await first.management.put(`/applications/${keyed.id}/authentication`, {
      method: 'private_key_jwt',
      jwks: { keys: [{ ...jwk, alg: 'ES256', use: 'sig' }] },
    });
    const bound = await first.management.application({ name: 'Bound', type: 'MachineToMachine' });
    const assertion = () => {
      const now = seconds();
      const claims = { iss: keyed.id, sub: keyed.id, aud: `${first.endpoint}/oidc`, jti: randomUUID(), iat: now, exp: now + 120 };
      const form = { client_assertion_type: 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer', client_assertion: signs({}, claims) };
      return { form, refused: 'invalid_client' };
    };
    const proof = () => {
      const claims = { htm: 'POST', htu: `${first.endpoint}/oidc/token`, jti: randomUUID(), iat: seconds() };
      const headers = { ...basic(bound.id, bound.secret), dpop: signs({ typ: 'dpop+jwt', jwk }, claims) };
      return { headers, refused: 'invalid_dpop_proof' };
    };
    const shown = async (server, { form, headers }) => {
      const { status, json } = await new Agent(server.endpoint).token({ ...api, ...form }, headers);
      return status === 200 ? 'taken' : json.error;
    };
    // Long enough for the first to know that it is alone, and to decide from its memory.
    const early = [];
    for (const end = Date.now() + 7_000; Date.now() < end; await sleep(50)) {
      for (const each of [assertion(), proof()]) {
        early.push(each);
        assert.equal(await shown(first, each), 'taken');
      }
    }
    // The second joins with the first request; whatever is shown to both meanwhile counts at one of them.
    for (let i = 0; i < 25; i++) {
      for (const each of [assertion(), proof()]) {
        const answers = await Promise.all([first, second, first, second].map((server) => shown(server, each)));
        assert.deepEqual(answers.sort(), [each.refused, each.refused, each.refused, 'taken'].sort());
      }
    }
    for (const each of early) assert.equal(await shown(second, each), each.refused);
  });

  it('a proof that came with a token to one node is refused by the other', async () => {
    const { jwk, signs } = clientKey();
    const machine = await first.management.application({ name: 'With a token', type: 'MachineToMachine' });
    const role = (await first.management.get('/roles?type=MachineToMachine')).find(({ name }) => name.includes('Management API'));
    await first.management.post(`/roles/${role.id}/applications`, { applicationIds: [machine.id] });
    const proof = (htm, path, more = {}) =>
      signs({ typ: 'dpop+jwt', jwk }, { htm, htu: `${first.endpoint}${path}`, jti: randomUUID(), iat: seconds(), ...more });
    const { json } = await new Agent(first.endpoint).token(
      { ...api, scope: 'all' },
      { ...basic(machine.id, machine.secret), dpop: proof('POST', '/oidc/token') },
    );
    assert.equal(json.token_type, 'DPoP', JSON.stringify(json));
    const ath = createHash('sha256').update(json.access_token).digest('base64url');
    const call = async (server, dpop) => {
      const headers = { authorization: `DPoP ${json.access_token}`, dpop };
      return (await new Agent(server.endpoint).send('GET', '/api/roles', { headers })).status;
    };
    for (const [one, other] of [[first, second], [second, first]]) {
      const shown = proof('GET', '/api/roles', { ath });
      assert.equal(await call(one, shown), 200);
      assert.equal(await call(other, shown), 401);
      assert.equal(await call(one, shown), 401);
      assert.equal(await call(other, proof('GET', '/api/roles', { ath })), 200);
    }
  });

  it('only the node that trusts its proxy believes where a request comes from', async () => {
    const machine = await first.management.application({ name: 'Behind', type: 'MachineToMachine' });
    for (const [server, believed] of [[first, false], [second, true]]) {
      const asked = await new Agent(server.endpoint).token(
        { grant_type: 'client_credentials', resource: 'https://default.logto.app/api' },
        { ...basic(machine.id, machine.secret), 'x-forwarded-for': '203.0.113.7' },
      );
      assert.equal(asked.status, 200, asked.text);
      const [{ payload }] = await server.management.get(`/logs?applicationId=${machine.id}&page_size=1`);
      assert.equal(payload.ip === '203.0.113.7', believed, JSON.stringify(payload));
    }
  });

  it('only that node tells where somebody has signed in', async () => {
    const redirectUri = 'https://shop.example/callback';
    const app = await first.management.application({ name: 'Shop', type: 'Traditional', redirectUris: [redirectUri] });
    for (const [server, place] of [[first, {}], [second, { country: 'NZ', city: 'Auckland' }]]) {
      const user = await first.management.user({ username: `traveller${Object.keys(place).length}`, password: 'High-tide-71' });
      const agent = new Agent(server.endpoint, { 'x-logto-cf-country': 'NZ', 'x-logto-cf-city': 'Auckland' });
      // Both are known by the first one's address; a proxy would lead all of a sign-in to this node.
      const send = agent.send.bind(agent);
      agent.send = (method, path, options) => send(method, path.replace(first.endpoint, server.endpoint), options);
      const { code } = await agent.signsIn({ clientId: app.id, redirectUri, username: user.username, password: 'High-tide-71' });
      assert.ok(code);
      const { sessions } = await server.management.get(`/users/${user.id}/sessions`);
      const { ip, userAgent, ...told } = sessions[0].lastSubmission.signInContext;
      assert.deepEqual([told, ip, userAgent], [place, '127.0.0.1', 'node']);
    }
  });

  it('answers 503 while the database is away, and recovers by itself', async () => {
    const user = await second.management.user({ username: 'patient' });
    wire.cuts();
    const away = await second.management.send('GET', `/users/${user.id}`);
    assert.equal(away.status, 503, away.text);
    assert.ok(away.headers.get('retry-after'));
    assert.deepEqual(await readiness(), { status: 503, database: 'DOWN' });
    const request = away.headers.get('logto-core-request-id');
    const logged = second.program.output().split('\n').filter((line) => line.startsWith('{')).map((line) => JSON.parse(line));
    assert.ok(request && logged.some(({ mdc }) => mdc?.request === request), 'the log names the request');
    const agent = new Agent(second.endpoint);
    assert.equal((await agent.token({ grant_type: 'refresh_token', refresh_token: 'x' }, basic('a', 'b'))).status, 503);
    wire.mends();
    await within(15_000, async () =>
      assert.equal((await second.management.send('GET', `/users/${user.id}`)).status, 200),
    );
    assert.deepEqual(await readiness(), { status: 200, database: 'UP' });
    // What changed on the other node in the meantime is known too.
    const { color } = await first.management.get('/sign-in-exp');
    await first.management.signInExperience({ color: { ...color, primaryColor: '#778899' } });
    await within(15_000, async () =>
      assert.equal((await second.management.get('/sign-in-exp')).color.primaryColor, '#778899'),
    );
  });
});
