// Every call of the PyPI package logto that an application makes: tokens for a resource and for an organization, claims, userinfo.
import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { Agent } from '../../harness/client.mjs';
import { venv } from '../../harness/samples.mjs';
import { checkout, startGatehouse } from '../../harness/server.mjs';

const password = 'High-tide-71-sail';
const callback = 'http://localhost:9/callback';
const indicator = 'https://stock.example';

describe('The package logto', () => {
  let server;
  let application;
  let organization;
  let user;

  before(async () => {
    server = await startGatehouse('python-client');
    const { management } = server;
    await management.byUsername();
    application = await management.application({ name: 'Stock', type: 'Traditional', redirectUris: [callback], postLogoutRedirectUris: ['http://localhost:9/'] });
    user = await management.user({ username: 'mira', name: 'Mira', primaryEmail: 'mira@stock.example', password, customData: { shelf: 7 } });
    const resource = await management.post('/resources', { name: 'Stock', indicator });
    const read = await management.post(`/resources/${resource.id}/scopes`, { name: 'read' });
    const role = await management.post('/roles', { name: 'reader', description: 'Reads', scopeIds: [read.id] });
    await management.send('POST', `/roles/${role.id}/users`, { userIds: [user.id] });
    organization = await management.post('/organizations', { name: 'Shop' });
    await management.send('POST', `/organizations/${organization.id}/users`, { userIds: [user.id] });
    const counts = await management.post('/organization-scopes', { name: 'stock:count' });
    const counter = await management.post('/organization-roles', { name: 'counter', organizationScopeIds: [counts.id] });
    await management.send('POST', `/organizations/${organization.id}/users/${user.id}/roles`, { organizationRoleIds: [counter.id] });
  });
  after(() => server?.stop());

  it('signs in and gets what it asks for', async () => {
    const program = spawn(venv(), [join(checkout, 'e2e', 'clients', 'logto_calls.py')], {
      env: { ...process.env, ENDPOINT: server.endpoint, APP_ID: application.id, APP_SECRET: application.secret, CALLBACK: callback, RESOURCE: indicator, ORGANIZATION: organization.id },
    });
    let complaints = '';
    program.stderr.on('data', (chunk) => (complaints += chunk));
    const lines = createInterface({ input: program.stdout })[Symbol.asyncIterator]();
    const next = async () => {
      const { value, done } = await lines.next();
      assert.ok(!done, complaints);
      return JSON.parse(value);
    };
    try {
      const { url } = await next();
      const { arrived, hops } = await new Agent(server.endpoint).signsIn({ url, clientId: application.id, redirectUri: callback, username: 'mira', password });
      assert.ok(arrived?.searchParams.get('code'), JSON.stringify(hops.map(({ status, text }) => [status, text.slice(0, 200)])));
      program.stdin.write(`${arrived.href}\n`);

      const refused = await next();
      assert.ok(refused.forged && refused.elsewhere, JSON.stringify(refused));
      const { authenticated, claims } = await next();
      assert.equal(authenticated, true);
      assert.deepEqual([claims.sub, claims.aud, claims.username, claims.email], [user.id, application.id, 'mira', 'mira@stock.example']);
      const tokens = await next();
      assert.deepEqual([tokens.resource.aud, tokens.resource.scope, tokens.resource.sub], [indicator, 'read', user.id]);
      assert.deepEqual([tokens.organization.aud, tokens.organization.scope], [`urn:logto:organization:${organization.id}`, 'stock:count']);
      const { opaque, info, refreshable } = await next();
      assert.equal(opaque.length, 43);
      assert.equal(refreshable, true);
      assert.deepEqual([info.sub, info.name, info.custom_data], [user.id, 'Mira', { shelf: 7 }]);
      const out = await next();
      assert.equal(out.authenticated, false);
      assert.equal(new URL(out.signOut).pathname, '/oidc/session/end');
    } finally {
      program.kill();
    }
  });
});
