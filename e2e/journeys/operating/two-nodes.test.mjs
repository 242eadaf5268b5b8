// Two servers on one PostgreSQL: what one changes the other knows at once, and both outlive a database that goes away.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, basic } from '../../harness/client.mjs';
import { startProxy } from '../../harness/proxy.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const kek = Buffer.alloc(32, 7).toString('base64');

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
