// A recorded password sign-in over the Experience API, replayed hop by hop against Gatehouse: the same statuses,
// the same redirects, the same cookies, the same body keys.
import assert from 'node:assert/strict';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { Agent } from '../../harness/client.mjs';
import { checkout, startGatehouse } from '../../harness/server.mjs';

const trace = [process.env.E2E_CONTRACT, join(checkout, '../shared/contract'), join(checkout, '../../shared/contract')]
  .filter(Boolean)
  .map((folder) => join(folder, 'samples', 'password-sign-in-trace.json'))
  .find((file) => existsSync(file));

/** Headers that are a matter of the contract; the rest belong to the transport, or are decided otherwise (CSP, HSTS). */
const comparedHeaders = [
  'cache-control', 'content-type', 'content-language', 'cross-origin-resource-policy', 'origin-agent-cluster',
  'referrer-policy', 'x-content-type-options', 'x-download-options', 'x-frame-options',
  'x-permitted-cross-domain-policies', 'x-xss-protection', 'access-control-allow-origin', 'access-control-expose-headers',
];

describe('A recorded sign-in', { skip: !trace && 'the recording is not here; E2E_CONTRACT names its folder' }, () => {
  let server;
  let hops;
  const who = { agent: undefined };
  const known = new Map();

  before(async () => {
    server = await startGatehouse('trace');
    hops = JSON.parse(readFileSync(trace, 'utf8'));
    who.agent = new Agent(server.endpoint);
  });
  after(() => server?.stop());

  /** What the recording calls `http://localhost:3001` and its one-time values, in words of this run. */
  const here = (text) => {
    let changed = text
      .replaceAll('http://localhost:3001', server.endpoint)
      .replaceAll(encodeURIComponent('http://localhost:3001'), encodeURIComponent(server.endpoint));
    for (const [recorded, ours] of known) changed = changed.replaceAll(recorded, ours);
    return changed;
  };

  const keys = (value) => (Array.isArray(value) ? ['a list'] : Object.keys(value ?? {}).sort());

  const parsed = (text) => {
    try {
      return JSON.parse(text);
    } catch {
      return undefined;
    }
  };

  /** Remembers that a value of the recording is another one here. */
  function learn(recorded, ours) {
    if (recorded && ours && recorded !== ours && recorded.length >= 12) known.set(recorded, ours);
  }

  function learnFrom(recorded, answer) {
    const uid = (location) => /\/oidc\/auth\/([\w-]{20,})/.exec(location ?? '')?.[1];
    learn(uid(recorded.headers.location), uid(answer.location));
    const code = (location) => location && new URL(location, server.endpoint).searchParams.get('code');
    learn(code(recorded.headers.location), code(answer.location));
    const [then, now] = [parsed(recorded.body), answer.json];
    for (const key of ['verificationId', 'access_token', 'refresh_token', 'id_token', 'id', 'redirectTo']) {
      if (then?.[key] && now?.[key]) learn(key === 'redirectTo' ? uid(then[key]) : then[key], key === 'redirectTo' ? uid(now[key]) : now[key]);
    }
    const xsrf = (html) => /name="?xsrf"?\s+value="?([\w-]+)/.exec(html ?? '')?.[1];
    learn(xsrf(recorded.body), xsrf(answer.text));
  }

  it('has the same hops', async (t) => {
    for (const [index, { request, response }] of hops.entries()) {
      const url = here(request.url);
      const name = `${index + 1}. ${request.method} ${new URL(request.url).pathname}`;
      const headers = Object.fromEntries(
        Object.entries(request.headers ?? {})
          .filter(([key]) => !['cookie', 'content-length', 'host'].includes(key))
          .map(([key, value]) => [key, here(String(value))]),
      );
      const answer = await who.agent.send(request.method, url, {
        headers,
        body: request.body === undefined ? undefined : here(request.body),
      });
      await t.test(name, () => {
        assert.equal(answer.status, response.status, answer.text.slice(0, 300));
        learnFrom(response, answer);
        assert.equal(answer.location ?? undefined, response.headers.location && here(response.headers.location));
        // Identifiers of 256 random bits need no signature beside them, so the `.sig` twins are not compared.
        const names = (lines) =>
          [lines ?? []].flat().map((line) => line.slice(0, line.indexOf('='))).filter((name) => !name.endsWith('.sig')).sort();
        assert.deepEqual(names(answer.headers.getSetCookie()), names(response.headers['set-cookie']), 'cookies');
        const recorded = parsed(response.body);
        if (recorded) assert.deepEqual(keys(answer.json), keys(recorded), 'body');
        assert.match(answer.headers.get('logto-core-request-id') ?? '', /^[\w-]{16}$/);
        const differing = comparedHeaders
          .filter((key) => (answer.headers.get(key) ?? undefined) !== response.headers[key])
          .map((key) => `${key}: ${answer.headers.get(key)} instead of ${response.headers[key]}`);
        assert.deepEqual(differing, []);
      });
    }
  });
});
