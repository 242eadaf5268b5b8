// The operations of the table, each as a client does it. An operation gives `once(worker)`; one that needs
// something used up by each run (a code, a sign-in) gives `supply(count)` besides, which is not measured.
import { createHash, randomBytes } from 'node:crypto';
import { Cookies, expect, form } from './http.mjs';
import { somebody } from './people.mjs';

const password = 'High-tide-71-sail';
export const resource = 'https://bench.example/api';
const redirectUri = 'http://localhost:9/callback';
const managementApi = 'https://default.logto.app/api';

const basic = ({ id, secret }) => ({ authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}` });

export function posted(fields, headers = {}) {
  const { headers: type, body } = form(fields);
  return { headers: { ...type, ...headers }, body };
}

/** Makes applications, a resource and people through the Management API. */
export async function prepare(management, workers) {
  await management.byUsername();
  const uris = { redirectUris: [redirectUri] };
  const web = await management.application({ name: 'Bench web', type: 'Traditional', ...uris });
  const spa = await management.application({ name: 'Bench page', type: 'SPA', ...uris });
  const machine = await management.application({ name: 'Bench machine', type: 'MachineToMachine' });
  const keyed = await management.application({ name: 'Bench machine with a key', type: 'MachineToMachine' });
  const { id } = await management.post('/resources', { name: 'Bench', indicator: resource });
  const scope = await management.post(`/resources/${id}/scopes`, { name: 'read' });
  const role = await management.post('/roles', {
    name: 'Bench',
    description: 'Reads',
    type: 'MachineToMachine',
    scopeIds: [scope.id],
  });
  const roles = await management.get('/roles?type=MachineToMachine');
  const administers = roles.find(({ name }) => name === 'Logto Management API access');
  await management.send('POST', `/applications/${machine.id}/roles`, { roleIds: [role.id, administers.id] });
  await management.send('POST', `/applications/${keyed.id}/roles`, { roleIds: [role.id] });
  const people = await Promise.all(
    Array.from({ length: workers }, (_, worker) => management.user({ username: `bench_${worker}`, password })),
  );
  const organization = await management.post('/organizations', { name: 'Bench' });
  await management.send('POST', `/organizations/${organization.id}/users`, { userIds: people.map((person) => person.id) });
  const reads = await management.post('/organization-scopes', { name: 'read' });
  const member = await management.post('/organization-roles', { name: 'Bench', organizationScopeIds: [reads.id] });
  await management.send('POST', `/organizations/${organization.id}/users/roles`, {
    userIds: people.map((person) => person.id),
    organizationRoleIds: [member.id],
  });
  return { web, spa, machine, keyed, people, organization };
}

/** What an application that acts for itself sends. */
export const machineRequest = (machine) => posted({ grant_type: 'client_credentials', resource, scope: 'read' }, basic(machine));

/** Signs a person a worker in to the page without a secret; gives their tokens. `headers(worker)` go with the code. */
export const signedInWith = ({ http, endpoint, made, workers, scope, resource: api, headers }) =>
  Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      const person = new Visitor(http, endpoint);
      const code = await person.signsIn(made.spa, `bench_${worker}`, { scope, prompt: 'consent', ...(api && { resource: api }) });
      return person.exchanges(made.spa, code, headers?.(worker));
    }),
  );

/** A person at the hosted pages, counting requests. */
class Visitor {
  cookies = new Cookies();
  requests = 0;

  constructor(http, endpoint) {
    this.http = http;
    this.endpoint = endpoint;
  }

  async send(method, path, options = {}) {
    this.requests++;
    const url = new URL(path, this.endpoint);
    const headers = { ...options.headers, ...(this.cookies.header && { cookie: this.cookies.header }) };
    const answer = await this.http.send(method, url.pathname + url.search, { ...options, headers });
    this.cookies.keep(answer);
    return answer;
  }

  /** The authorization request of an application; without a session it leads to the sign-in page. */
  async authorizes(application, parameters = {}) {
    this.verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      client_id: application.id,
      redirect_uri: redirectUri,
      response_type: 'code',
      scope: 'openid profile',
      state: 'bench',
      code_challenge: createHash('sha256').update(this.verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...parameters,
    });
    return expect(await this.send('GET', `/oidc/auth?${query}`), 302, 303);
  }

  async followed(answer) {
    let { location } = answer;
    while (location && !location.startsWith(redirectUri)) {
      location = expect(await this.send('GET', location), 302, 303).location;
    }
    return new URL(location).searchParams.get('code');
  }

  /** Signs in with the password, script-free as the page allows it; gives the code. */
  async signsIn(application, username, parameters) {
    let answer = await this.authorizes(application, parameters);
    while (!answer.location?.startsWith(redirectUri)) {
      const page = await this.send('GET', answer.location);
      if (page.location) {
        answer = page;
        continue;
      }
      const { action, hidden } = formWith(page.text, /name="(identifier|password)"/);
      answer = expect(
        await this.send('POST', action, posted({ ...hidden, identifier: username, password })),
        302,
        303,
      );
    }
    return new URL(answer.location).searchParams.get('code');
  }

  async exchanges(application, code, headers) {
    const fields = {
      grant_type: 'authorization_code',
      client_id: application.id,
      redirect_uri: redirectUri,
      code,
      code_verifier: this.verifier,
      ...(application.secret && { client_secret: application.secret }),
    };
    return JSON.parse(expect(await this.send('POST', '/oidc/token', posted(fields, headers)), 200).text);
  }
}

function formWith(html, field) {
  const text = (html.match(/<form[\s\S]*?<\/form>/g) ?? []).find((candidate) => field.test(candidate));
  if (!text) throw new Error('the page has no form to sign in with');
  const attribute = (tag, key) => new RegExp(`\\s${key}="([^"]*)"`).exec(tag)?.[1].replaceAll('&amp;', '&');
  const hidden = (text.match(/<input[^>]*type="hidden"[^>]*>/g) ?? []).map((tag) => [
    attribute(tag, 'name'),
    attribute(tag, 'value') ?? '',
  ]);
  return { action: attribute(text, 'action') ?? '/sign-in', hidden: Object.fromEntries(hidden) };
}

/** All operations, in the order of the table. */
export async function operations(endpoint, http, made, workers) {
  const { web, spa, machine, people } = made;
  const visitor = () => new Visitor(http, endpoint);
  const perWorker = (make) => Promise.all(Array.from({ length: workers }, (_, worker) => make(worker)));
  const simple = (method, path, options) => ({
    once: async () => void expect(await http.send(method, path, options), 200),
  });

  const signedIn = await perWorker(async (worker) => {
    const person = visitor();
    const tokens = await person.exchanges(web, await person.signsIn(web, `bench_${worker}`));
    return { person, tokens };
  });
  const refreshing = await signedInWith({ http, endpoint, made, workers, scope: 'openid profile offline_access' });
  const refreshTokens = refreshing.map((tokens) => tokens.refresh_token);
  const api = await http.send(
    'POST',
    '/oidc/token',
    posted({ grant_type: 'client_credentials', resource: managementApi, scope: 'all' }, basic(machine)),
  );
  const administrator = { authorization: `Bearer ${JSON.parse(expect(api, 200).text).access_token}` };
  const userinfo = signedIn.map(({ tokens }) => ({ headers: { authorization: `Bearer ${tokens.access_token}` } }));
  const introspection = signedIn.map(({ tokens }) => posted({ token: tokens.access_token }, basic(web)));
  const verify = { headers: { ...administrator, 'content-type': 'application/json' }, body: JSON.stringify({ password }) };
  let next = 0;
  const freshCode = async (person) => person.followed(await person.authorizes(web));

  return {
    'client credentials, JWT (ES384)': simple('POST', '/oidc/token', machineRequest(machine)),
    userinfo: { once: async (worker) => void expect(await http.send('GET', '/oidc/me', userinfo[worker]), 200) },
    introspection: {
      once: async (worker) =>
        void expect(await http.send('POST', '/oidc/token/introspection', introspection[worker]), 200),
    },
    'refresh with rotation': {
      once: async (worker) => {
        const fields = { grant_type: 'refresh_token', client_id: spa.id, refresh_token: refreshTokens[worker] };
        const answer = expect(await http.send('POST', '/oidc/token', posted(fields)), 200);
        refreshTokens[worker] = JSON.parse(answer.text).refresh_token;
      },
    },
    'code exchange': {
      supply: async (count) => {
        const codes = [];
        for (let made = 0; made < count; made += workers) {
          codes.push(
            ...(await Promise.all(
              signedIn.slice(0, count - made).map(async ({ person }) => {
                const code = await freshCode(person);
                return { code, verifier: person.verifier };
              }),
            )),
          );
        }
        return codes;
      },
      once: async (worker, { code, verifier }) => {
        const person = visitor();
        person.verifier = verifier;
        await person.exchanges(web, code);
      },
    },
    'complete password sign-in': {
      requests: async () => {
        const person = visitor();
        await person.exchanges(web, await person.signsIn(web, 'bench_0'));
        return person.requests;
      },
      // Somebody else each time, as hardly anybody signs in twice within minutes.
      once: async () => {
        const person = visitor();
        await person.exchanges(web, await person.signsIn(web, somebody(next++)));
      },
    },
    'single sign-on: session, code, token': {
      once: async (worker) => {
        const { person } = signedIn[worker];
        await person.exchanges(web, await freshCode(person));
      },
    },
    'list of 20 users': simple('GET', '/api/users?page=1&page_size=20', { headers: administrator }),
    discovery: simple('GET', '/oidc/.well-known/openid-configuration'),
    JWKS: simple('GET', '/oidc/jwks'),
    'password check': {
      once: async (worker) =>
        void expect(await http.send('POST', `/api/users/${people[worker].id}/password/verify`, verify), 204),
    },
  };
}
