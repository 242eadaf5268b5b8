// An application reduced to its redirect URI: starts authorizations and shows where people land.
import { createHash, randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';

export async function startLanding() {
  const landed = [];
  const server = createServer((request, response) => {
    const url = new URL(request.url, 'http://localhost');
    if (url.pathname !== '/favicon.ico') landed.push(url);
    response
      .writeHead(200, { 'Content-Type': 'text/html; charset=utf-8' })
      .end('<!doctype html><html lang="en"><title>Landed</title><h1>Landed</h1></html>');
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const url = `http://localhost:${server.address().port}`;
  return {
    url,
    redirectUri: `${url}/callback`,
    landed,
    /** The URL that starts an authorization, and the verifier that belongs to it. */
    authorization(endpoint, clientId, parameters = {}) {
      const verifier = randomBytes(32).toString('base64url');
      const query = new URLSearchParams({
        client_id: clientId,
        redirect_uri: `${url}/callback`,
        response_type: 'code',
        scope: 'openid',
        state: 'st4te',
        code_challenge: createHash('sha256').update(verifier).digest('base64url'),
        code_challenge_method: 'S256',
        ...parameters,
      });
      return { href: `${endpoint}/oidc/auth?${query}`, verifier };
    },
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}
