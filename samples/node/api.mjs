// An API that accepts Gatehouse's JWT access tokens: signature, issuer, audience, then the scope of the route.
import { createServer } from 'node:http';
import { createRemoteJWKSet, jwtVerify } from 'jose';

const { ENDPOINT, RESOURCE } = process.env;
const port = Number(process.env.API_PORT ?? 3100);
const issuer = `${ENDPOINT}/oidc`;
const keys = createRemoteJWKSet(new URL(`${issuer}/jwks`));

async function callerOf(request) {
  const token = /^Bearer (.+)$/.exec(request.headers.authorization ?? '')?.[1];
  if (!token) throw Object.assign(new Error('a bearer token is needed'), { status: 401 });
  try {
    const { payload } = await jwtVerify(token, keys, { issuer, audience: RESOURCE, typ: 'at+jwt' });
    return payload;
  } catch (refused) {
    throw Object.assign(new Error(refused.message), { status: 401 });
  }
}

const server = createServer(async (request, response) => {
  response.setHeader('Access-Control-Allow-Origin', '*');
  response.setHeader('Access-Control-Allow-Headers', 'Authorization');
  response.setHeader('Content-Type', 'application/json');
  if (request.method === 'OPTIONS') return response.writeHead(204).end();
  try {
    const caller = await callerOf(request);
    if (!String(caller.scope).split(' ').includes('read:books'))
      throw Object.assign(new Error('the scope read:books is needed'), { status: 403 });
    response.end(JSON.stringify({ reader: caller.sub, books: ['Middlemarch', '红楼梦', 'Dom Casmurro'] }));
  } catch (refused) {
    response.writeHead(refused.status ?? 500).end(JSON.stringify({ error: refused.message }));
  }
});

server.listen(port, '127.0.0.1', () => console.log(`The API listens on port ${port}`));
