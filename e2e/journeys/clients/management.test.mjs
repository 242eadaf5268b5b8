// The npm package `@logto/api` administers a tenant with the credentials of a machine.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { after, before, describe, it } from 'node:test';
import { createManagementApi, getManagementApiIndicator } from '@logto/api/management';
import { startGatehouse } from '../../harness/server.mjs';

/** The data of an answer that must be a success, with this status. */
function done({ data, error, response }, status = 200) {
  assert.equal(response.status, status, `${response.url} answered ${response.status}: ${JSON.stringify(error)}`);
  return data;
}

/** A receiver of webhooks, which keeps what comes. */
async function startReceiver() {
  const received = [];
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      received.push({ headers: request.headers, body: Buffer.concat(chunks).toString('utf8') });
      response.end('ok');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    url: `http://127.0.0.1:${server.address().port}/hook`,
    async next(event, timeout = 10_000) {
      const deadline = Date.now() + timeout;
      while (Date.now() < deadline) {
        const found = received.find(({ body }) => JSON.parse(body).event === event);
        if (found) return found;
        await sleep(50);
      }
      return assert.fail(`no webhook ${event} came; there were ${received.map(({ body }) => JSON.parse(body).event)}`);
    },
    stop: () => server.close(),
  };
}

describe('@logto/api', () => {
  let server;
  let api;
  let credentials;
  let hooks;

  before(async () => {
    server = await startGatehouse('management-client');
    hooks = await startReceiver();
    const { management } = server;
    const machine = await management.application({ name: 'Deployment', type: 'MachineToMachine' });
    const roles = await management.get('/roles?type=MachineToMachine');
    const access = roles.find(({ name }) => name === 'Logto Management API access');
    await management.post(`/applications/${machine.id}/roles`, { roleIds: [access.id] });
    ({ apiClient: api, clientCredentials: credentials } = createManagementApi('default', {
      clientId: machine.id,
      clientSecret: machine.secret,
      baseUrl: server.endpoint,
      apiIndicator: getManagementApiIndicator('default'),
    }));
  });
  after(async () => {
    hooks?.stop();
    await server?.stop();
  });

  it('gets a token for all of the Management API', async () => {
    const token = await credentials.getAccessToken();
    assert.equal(token.scope, 'all');
    assert.equal((await credentials.getAccessToken()).value, token.value, 'it is kept until it ends');
  });

  it('makes, changes and deletes an application', async () => {
    const made = done(
      await api.POST('/api/applications', {
        body: {
          name: 'Tidebook',
          type: 'Traditional',
          oidcClientMetadata: { redirectUris: ['https://tidebook.example/callback'], postLogoutRedirectUris: [] },
        },
      }),
    );
    const path = { id: made.id };
    const changed = done(await api.PATCH('/api/applications/{id}', { params: { path }, body: { name: 'Tides' } }));
    assert.equal(changed.name, 'Tides');
    const secret = done(
      await api.POST('/api/applications/{id}/secrets', { params: { path }, body: { name: 'second' } }),
      201,
    );
    const secrets = done(await api.GET('/api/applications/{id}/secrets', { params: { path } }));
    assert.ok(secrets.some(({ name, value }) => name === 'second' && value === secret.value));
    done(await api.DELETE('/api/applications/{id}', { params: { path } }), 204);
    const gone = await api.GET('/api/applications/{id}', { params: { path } });
    assert.equal(gone.response.status, 404);
    assert.equal(gone.error.code, 'entity.not_exists_with_id');
  });

  it('gives a person a role with the scope of a resource', async () => {
    const resource = done(
      await api.POST('/api/resources', { body: { name: 'Tides', indicator: 'https://tides.example/api' } }),
      201,
    );
    const scope = done(
      await api.POST('/api/resources/{resourceId}/scopes', {
        params: { path: { resourceId: resource.id } },
        body: { name: 'read:tides', description: 'Read tides' },
      }),
      201,
    );
    const role = done(
      await api.POST('/api/roles', { body: { name: 'Skipper', description: 'Reads', scopeIds: [scope.id] } }),
    );
    const user = done(await api.POST('/api/users', { body: { username: 'skipper', password: 'Lee-shore-42-wind' } }));
    const path = { userId: user.id };
    done(await api.POST('/api/users/{userId}/roles', { params: { path }, body: { roleIds: [role.id] } }), 201);
    const held = done(await api.GET('/api/users/{userId}/roles', { params: { path } }));
    assert.deepEqual(
      held.map(({ name }) => name),
      ['Skipper'],
    );
    const scopes = done(await api.GET('/api/roles/{id}/scopes', { params: { path: { id: role.id } } }));
    assert.equal(scopes[0].resource.indicator, 'https://tides.example/api');
    done(
      await api.POST('/api/users/{userId}/password/verify', { params: { path }, body: { password: 'Lee-shore-42-wind' } }),
      204,
    );
    const suspended = done(
      await api.PATCH('/api/users/{userId}/is-suspended', { params: { path }, body: { isSuspended: true } }),
    );
    assert.equal(suspended.isSuspended, true);
  });

  it('pages and searches people', async () => {
    for (const username of ['gull_a', 'gull_b', 'gull_c']) done(await api.POST('/api/users', { body: { username } }));
    const page = await api.GET('/api/users', {
      params: { query: { page: 2, page_size: 2, 'search.username': 'gull_%' } },
    });
    assert.equal(done(page).length, 1);
    assert.equal(page.response.headers.get('total-number'), '3');
  });

  it('makes an organization with roles, members and an invitation that is accepted', async () => {
    const scope = done(await api.POST('/api/organization-scopes', { body: { name: 'steer' } }), 201);
    const role = done(
      await api.POST('/api/organization-roles', {
        body: { name: 'mate', type: 'User', organizationScopeIds: [scope.id], resourceScopeIds: [] },
      }),
      201,
    );
    const organization = done(await api.POST('/api/organizations', { body: { name: 'Crew' } }), 201);
    const id = organization.id;
    const member = done(await api.POST('/api/users', { body: { username: 'mate' } }));
    done(
      await api.POST('/api/organizations/{id}/users', { params: { path: { id } }, body: { userIds: [member.id] } }),
      201,
    );
    done(
      await api.POST('/api/organizations/{id}/users/{userId}/roles', {
        params: { path: { id, userId: member.id } },
        body: { organizationRoleIds: [role.id], organizationRoleNames: [] },
      }),
      201,
    );
    const scopes = done(
      await api.GET('/api/organizations/{id}/users/{userId}/scopes', { params: { path: { id, userId: member.id } } }),
    );
    assert.equal(scopes[0].name, 'steer');

    const guest = done(await api.POST('/api/users', { body: { primaryEmail: 'guest@tides.example' } }));
    const invitation = done(
      await api.POST('/api/organization-invitations', {
        body: {
          invitee: 'guest@tides.example',
          organizationId: id,
          expiresAt: Date.now() + 3_600_000,
          organizationRoleIds: [role.id],
        },
      }),
      201,
    );
    assert.equal(invitation.status, 'Pending');
    const accepted = done(
      await api.PUT('/api/organization-invitations/{id}/status', {
        params: { path: { id: invitation.id } },
        body: { status: 'Accepted', acceptedUserId: guest.id },
      }),
    );
    assert.equal(accepted.status, 'Accepted');
    const members = done(await api.GET('/api/organizations/{id}/users', { params: { path: { id } } }));
    assert.deepEqual(new Set(members.map((one) => one.id)), new Set([member.id, guest.id]));
  });

  it('is told of changes by a signed webhook', async () => {
    const hook = done(
      await api.POST('/api/hooks', {
        body: { name: 'Changes', events: ['User.Created'], config: { url: hooks.url, headers: { 'x-ship': 'tide' } } },
      }),
      201,
    );
    const user = done(await api.POST('/api/users', { body: { username: 'stowaway' } }));
    const { headers, body } = await hooks.next('User.Created');
    assert.equal(JSON.parse(body).data.id, user.id);
    assert.equal(headers['x-ship'], 'tide');
    assert.equal(
      headers['logto-signature-sha-256'],
      createHmac('sha256', hook.signingKey).update(body).digest('hex'),
      'whoever knows the key can tell that it is from us',
    );
    done(await api.DELETE('/api/hooks/{id}', { params: { path: { id: hook.id } } }), 204);
  });

  it('uploads a picture that everybody can see', async () => {
    const picture = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
    const { url } = done(
      await api.POST('/api/user-assets', {
        body: { file: new File([picture], 'mark.png', { type: 'image/png' }) },
        bodySerializer: ({ file }) => {
          const form = new FormData();
          form.append('file', file);
          return form;
        },
      }),
    );
    const seen = await fetch(url);
    assert.equal(seen.headers.get('content-type'), 'image/png');
    assert.deepEqual(Buffer.from(await seen.arrayBuffer()), picture);
  });
});
