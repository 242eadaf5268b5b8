// A web application on plain Node: people sign in through Gatehouse with `@logto/node`,
// and the application calls an API on their behalf.
import { randomBytes } from 'node:crypto';
import { createServer } from 'node:http';
import LogtoClient from '@logto/node';

const { ENDPOINT, APP_ID, APP_SECRET, RESOURCE, API_URL } = process.env;
const port = Number(process.env.APP_PORT ?? 3000);
const appUrl = process.env.APP_URL ?? `http://localhost:${port}`;

const config = {
  endpoint: ENDPOINT,
  appId: APP_ID,
  appSecret: APP_SECRET,
  scopes: ['email', 'read:books'],
  resources: RESOURCE ? [RESOURCE] : [],
};

/** Sessions of this process, by the value of the browser's cookie. A real application keeps them in a store. */
const sessions = new Map();

function sessionOf(request, response) {
  const given = /(?:^|;\s*)books=([\w-]+)/.exec(request.headers.cookie ?? '')?.[1];
  if (given && sessions.has(given)) return sessions.get(given);
  const id = randomBytes(24).toString('base64url');
  response.setHeader('Set-Cookie', `books=${id}; HttpOnly; SameSite=Lax; Path=/`);
  const session = new Map();
  sessions.set(id, session);
  return session;
}

function clientOf(session, response) {
  return new LogtoClient(config, {
    storage: {
      getItem: async (key) => session.get(key) ?? null,
      setItem: async (key, value) => void session.set(key, value),
      removeItem: async (key) => void session.delete(key),
    },
    navigate: (url) => response.writeHead(302, { Location: url }).end(),
  });
}

const json = (response, value, status = 200) =>
  response.writeHead(status, { 'Content-Type': 'application/json' }).end(JSON.stringify(value));

const routes = {
  '/': async (client, request, response) => {
    const page = (await client.isAuthenticated())
      ? `You are signed in as <b id="sub">${(await client.getIdTokenClaims()).sub}</b>. <a href="/sign-out">Sign out</a>`
      : 'Nobody is signed in. <a href="/sign-in">Sign in</a>';
    response.writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' }).end(page);
  },
  '/sign-in': (client) => client.signIn({ redirectUri: `${appUrl}/callback` }),
  '/callback': async (client, request, response) => {
    await client.handleSignInCallback(new URL(request.url, appUrl).href);
    response.writeHead(302, { Location: '/' }).end();
  },
  '/sign-out': (client) => client.signOut(`${appUrl}/`),
  '/user-info': async (client, request, response) => json(response, await client.fetchUserInfo()),
  '/refresh': async (client, request, response) => {
    const before = await client.getRefreshToken();
    await client.clearAccessToken();
    const accessToken = await client.getAccessToken();
    json(response, { accessToken, rotated: before !== (await client.getRefreshToken()) });
  },
  '/books': async (client, request, response) => {
    const token = await client.getAccessToken(RESOURCE);
    const answer = await fetch(`${API_URL}/books`, { headers: { Authorization: `Bearer ${token}` } });
    json(response, await answer.json(), answer.status);
  },
};

const server = createServer(async (request, response) => {
  const route = routes[new URL(request.url, appUrl).pathname];
  if (!route) return response.writeHead(404).end();
  try {
    await route(clientOf(sessionOf(request, response), response), request, response);
  } catch (refused) {
    json(response, { error: refused.message, code: refused.code }, 400);
  }
});

server.listen(port, '127.0.0.1', () => console.log(`Open ${appUrl}`));
