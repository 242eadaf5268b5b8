// Fuzz, soak, scale, kill and rush at about a hundredth of their full size; `E2E_LONG=1` runs them whole, and `E2E_SCALE` so many
// times as large as usual.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { Agent, basic } from '../../harness/client.mjs';
import { startGatehouse } from '../../harness/server.mjs';
import { times } from '../../harness/stopwatch.mjs';

const scale = Number(process.env.E2E_SCALE ?? (process.env.E2E_LONG === '1' ? 100 : 1));
const seed = Number(process.env.E2E_SEED ?? 20261121);
const password = 'High-tide-71-sail';
const redirectUri = 'http://localhost:9/callback';

const state = ['interactions', 'authorization_codes', 'access_tokens', 'refresh_tokens', 'grants', 'sessions', 'users', 'applications'];

/** Numbers that come again with the same seed (mulberry32). */
function random(state) {
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** What we are asked to send back, such as `state`, may be more than this client takes in headers: no failure of the server. */
function isEchoed(failure) {
  if (failure.cause?.code === 'UND_ERR_HEADERS_OVERFLOW') return { status: 302 };
  throw failure;
}

describe('Endurance', () => {
  let server;
  let web;
  let machine;

  before(async () => {
    server = await startGatehouse('endurance');
    const { management } = server;
    await management.byUsername();
    await management.user({ username: 'mira', password });
    web = await management.application({ name: 'Web', type: 'Traditional', redirectUris: [redirectUri] });
    machine = await management.application({ name: 'Machine', type: 'MachineToMachine' });
    await management.post('/resources', { name: 'Api', indicator: 'https://api.example' });
  });
  after(() => server?.stop());

  /** A whole sign-in: what was shown at the token endpoint, and the tokens. */
  const signedIn = async () => {
    const { code, verifier } = await new Agent(server.endpoint).signsIn({ clientId: web.id, redirectUri, username: 'mira', password });
    const fields = {
      grant_type: 'authorization_code',
      client_id: web.id,
      client_secret: web.secret,
      redirect_uri: redirectUri,
      code,
      code_verifier: verifier,
    };
    const answer = await new Agent(server.endpoint).token(fields);
    assert.equal(answer.status, 200, answer.text);
    return { fields, tokens: answer.json };
  };

  /** How many rows there are of what requests leave behind. */
  const rows = async () => {
    const { database } = await import('../../../bench/people.mjs');
    const client = await database(server.data);
    try {
      const counts = state.map((table) => `(select count(*)::int from ${table}) as ${table}`);
      return (await client.query(`select ${counts.join(', ')}`)).rows[0];
    } finally {
      await client.end();
    }
  };

  const isHealthy = async () =>
    assert.equal((await fetch(`${server.endpoint}/oidc/.well-known/openid-configuration`)).status, 200);

  it(`fuzz: nothing that is sent makes the server fail (seed ${seed})`, async (t) => {
    const next = random(seed);
    const pick = (list) => list[Math.floor(next() * list.length)];
    const noise = () => String.fromCodePoint(...Array.from({ length: 1 + next() * 24 }, () => 1 + Math.floor(next() * 0xd7fe)));
    const words = ['', '0', '-1', '1e309', 'null', 'true', '[]', '{}', '%00', '../..', "' or 1=1--", '<b>', 'a'.repeat(5_000), '\u0000', '😀', 'openid', 'code', web.id, redirectUri, 'https://default.logto.app/api'];
    const value = () => (next() < 0.3 ? noise() : pick(words));
    const parameters = ['client_id', 'client_secret', 'redirect_uri', 'response_type', 'scope', 'state', 'nonce', 'prompt', 'max_age', 'resource', 'response_mode', 'code', 'code_verifier', 'code_challenge', 'code_challenge_method', 'grant_type', 'refresh_token', 'token', 'id_token_hint', 'claims', 'request', 'ui_locales', 'first_screen', 'direct_sign_in', 'organization_id', 'post_logout_redirect_uri', 'app_id', 'form_token', 'identifier', 'password', 'language', 'return_to', 'connector'];
    const paths = ['/oidc/auth', '/oidc/token', '/oidc/me', '/oidc/jwks', '/oidc/token/introspection', '/oidc/token/revocation', '/oidc/session/end', '/oidc/session/end/confirm', '/sign-in', '/register', '/consent', '/social', '/language', '/callback/x', '/continue/email', '/api/experience', '/api/experience/submit', '/api/experience/verification/password', '/api/experience/identification', '/api/users', '/api/applications', '/api/connectors', '/api/roles', '/api/resources', '/api/sign-in-exp', '/api/logs', '/api/users/x/password', '/api/interaction/consent'];
    const json = (depth = 0) => {
      const roll = next();
      if (depth > 3 || roll < 0.4) return value();
      if (roll < 0.5) return pick([null, true, 0, -1, 1.5, 1e21]);
      if (roll < 0.7) return Array.from({ length: Math.floor(next() * 4) }, () => json(depth + 1));
      const keys = ['username', 'name', 'type', 'config', 'connectorId', 'metadata', 'identifier', 'value', 'password', 'interactionEvent', 'oidcClientMetadata', 'customData', 'profile', 'indicator'];
      return Object.fromEntries(Array.from({ length: Math.floor(next() * 5) }, () => [next() < 0.8 ? pick(keys) : noise(), json(depth + 1)]));
    };
    const agent = new Agent(server.endpoint);
    const failures = [];
    const before = await rows();
    for (let round = 0; round < 1_500 * scale; round++) {
      if (round % 50 === 0) {
        agent.jar.clear();
        await agent.authorizes({ client_id: web.id, redirect_uri: redirectUri });
      }
      const path = pick(paths);
      const method = pick(['GET', 'GET', 'POST', 'POST', 'POST', 'PUT', 'PATCH', 'DELETE']);
      const fields = Array.from({ length: Math.floor(next() * 8) }, () => [pick(parameters), value()]);
      const text = new URLSearchParams(fields).toString();
      const headers = {
        'development-user-id': 'fuzz',
        ...(next() < 0.2 && { authorization: pick([`Bearer ${encodeURIComponent(value())}`, 'Basic !', basic(web.id, web.secret).authorization]) }),
        ...(next() < 0.2 && { 'accept-language': encodeURIComponent(value()).slice(0, 200) }),
        ...(next() < 0.3 && { accept: 'text/html' }),
      };
      const body = method === 'GET' ? undefined : next() < 0.5 ? text : JSON.stringify(json());
      headers['content-type'] = next() < 0.9 && body === text ? 'application/x-www-form-urlencoded' : 'application/json';
      if (body === undefined) delete headers['content-type'];
      const query = method === 'GET' || next() < 0.2 ? `?${text}` : '';
      const answer = await agent.send(method, path + query, { headers, body }).catch(isEchoed);
      if (answer.status >= 500 && answer.status !== 501) failures.push(`${answer.status} ${method} ${path}${query} ${body ?? ''}`.slice(0, 600));
    }
    assert.deepEqual(failures.slice(0, 10), [], `${failures.length} answers of 500 and above`);
    const after = await rows();
    t.diagnostic(`${1_500 * scale} requests; rows before ${JSON.stringify(before)}, after ${JSON.stringify(after)}`);
    for (const table of ['authorization_codes', 'access_tokens', 'refresh_tokens', 'grants', 'sessions']) {
      assert.ok(after[table] <= before[table], `nobody has signed in, yet there are more ${table}`);
    }
    await isHealthy();
  });

  it(`soak: ${120 * scale} sign-ins leave the memory where it was`, { skip: process.platform !== 'linux' }, async (t) => {
    const rounds = async (count) => {
      for (let round = 0; round < count; round += 4) await Promise.all([signedIn(), signedIn(), signedIn(), signedIn()]);
    };
    await rounds(60 * Math.sqrt(scale));
    const { javaBelow, resident } = await import('../../../bench/processes.mjs');
    const process_ = { java: javaBelow(server.program.pid) };
    const before = resident(process_);
    const rowsBefore = await rows();
    await rounds(120 * scale);
    const grown = (resident(process_) - before) / 2 ** 20;
    t.diagnostic(`resident ${(before / 2 ** 20).toFixed(0)} MB before and ${(resident(process_) / 2 ** 20).toFixed(0)} MB after`);
    t.diagnostic(`rows before ${JSON.stringify(rowsBefore)}, after ${JSON.stringify(await rows())}`);
    assert.ok(grown < 120, `${grown.toFixed(0)} MB more after ${120 * scale} sign-ins`);
  });

  it(`scale: among ${10_000 * scale} people nothing takes noticeably longer`, async (t) => {
    const { load } = await import('../../../bench/people.mjs');
    const { id } = await server.management.user({ username: 'among_many' });
    const asks = {
      'the first page': () => server.management.get('/users?page_size=20'),
      'the fiftieth page': () => server.management.get('/users?page=50&page_size=20'),
      'one person': () => server.management.get(`/users/${id}`),
      'a sign-in': () => new Agent(server.endpoint).signsIn({ clientId: web.id, redirectUri, username: 'mira', password }),
    };
    const median = async (ask) => {
      const times = [];
      for (let round = 0; round < 15; round++) {
        const began = performance.now();
        await ask();
        times.push(performance.now() - began);
      }
      return times.sort((one, other) => one - other)[7];
    };
    const before = {};
    for (const [what, ask] of Object.entries(asks)) before[what] = await median(ask);
    await load(server.data, 10_000 * scale);
    for (const [what, ask] of Object.entries(asks)) {
      const time = await median(ask);
      t.diagnostic(`${what}: ${before[what].toFixed(1)} ms, among many ${time.toFixed(1)} ms`);
      assert.ok(time < 3 * before[what] + 25, `${what} took ${before[what].toFixed(1)} ms, and among many ${time.toFixed(1)} ms`);
    }
  });

  it('kill: what was acknowledged is there after each kill, and no code counts twice', async (t) => {
    let people = 0;
    let tokens = 0;
    for (let round = 0; round < Math.max(1, scale / 10); round++) {
      const made = [];
      const redeemed = [];
      let running = true;
      const writers = Array.from({ length: 4 }, async (_, writer) => {
        for (let number = 0; running; number++) {
          const answer = await server.management
            .send('POST', '/users', { username: `kept_${round}_${writer}_${number}` })
            .catch(() => undefined);
          if (!answer) return;
          if (answer.status === 200) made.push(answer.body.id);
        }
      });
      const signsIn = async () => {
        while (running) redeemed.push(await signedIn());
      };
      writers.push(signsIn().catch(() => {}));
      await sleep(1_000 + (round % 7) * 150);
      server.program.signal('SIGKILL');
      running = false;
      await server.program.ended;
      await Promise.all(writers);
      assert.ok(made.length > 10, `${made.length} people were made`);
      await server.startsAgain();
      for (const id of made) {
        assert.equal((await server.management.send('GET', `/users/${id}`)).status, 200, `${id} was acknowledged and is gone`);
      }
      for (const { tokens: shown } of redeemed) {
        const headers = { authorization: `Bearer ${shown.access_token}` };
        assert.equal((await fetch(`${server.endpoint}/oidc/me`, { headers })).status, 200, 'a token was issued and is gone');
      }
      for (const { fields } of redeemed) {
        assert.equal((await new Agent(server.endpoint).token(fields)).json.error, 'invalid_grant', 'a code was redeemed twice');
      }
      people += made.length;
      tokens += redeemed.length;
    }
    t.diagnostic(`${people} people and ${tokens} tokens acknowledged, none lost; ${tokens} codes shown again, none taken`);
  });

  it('a rush of sign-ins leaves room for the others, and is refused rather than queued for ever', async (t) => {
    const { tokens } = await signedIn();
    const requests = {
      userinfo: [`${server.endpoint}/oidc/me`, { headers: { authorization: `Bearer ${tokens.access_token}` } }],
      'client credentials': [
        `${server.endpoint}/oidc/token`,
        {
          method: 'POST',
          headers: { ...basic(machine.id, machine.secret), 'content-type': 'application/x-www-form-urlencoded' },
          body: 'grant_type=client_credentials&resource=https%3A%2F%2Fapi.example',
        },
      ],
    };
    /** The 99th percentile of each request while the work goes on, in milliseconds. */
    const percentiles = async (work) => {
      const clocks = Object.entries(requests).map(([name, request]) => [name, times(...request)]);
      try {
        await work();
      } finally {
        for (const clock of clocks) clock[1] = await clock[1].stop();
      }
      return Object.fromEntries(clocks);
    };
    await percentiles(() => sleep(2_000)); // warms up
    const idle = await percentiles(() => sleep(3_000));

    const agents = Array.from({ length: 64 * Math.ceil(Math.min(4, scale)) }, () => new Agent(server.endpoint));
    await Promise.all(agents.map((agent) => agent.authorizes({ client_id: web.id, redirect_uri: redirectUri })));
    const answers = [];
    const rush = async (agent) => {
      const headers = { 'logto-app-id': web.id };
      for (let round = 0; round < 4; round++) {
        await agent.send('PUT', '/api/experience', { json: { interactionEvent: 'SignIn' }, headers });
        const json = { identifier: { type: 'username', value: 'mira' }, password };
        answers.push(await agent.send('POST', '/api/experience/verification/password', { json, headers }));
      }
    };
    const busy = await percentiles(() => Promise.all(agents.map(rush)));
    t.diagnostic(`${answers.length} passwords at once, ${answers.filter(({ status }) => status === 503).length} of them refused`);
    for (const answer of answers) {
      assert.ok([200, 503].includes(answer.status), `${answer.status} ${answer.text}`);
      if (answer.status === 503) assert.ok(answer.headers.get('retry-after'));
    }
    for (const [name, time] of Object.entries(busy)) {
      const says = `${name}: p99 ${idle[name].toFixed(1)} ms idle, ${time.toFixed(1)} ms in the rush`;
      t.diagnostic(says);
      assert.ok(time < Math.max(3 * idle[name], 100), says);
    }
  });
});
