// The provider on the other side: the certified `oidc-provider`, dressed as Hugging Face or as Google.
import { once } from 'node:events';
import { createServer } from 'node:http';
import Provider from 'oidc-provider';

const escape = (text) => text.replace(/[&<>"]/g, (c) => `&#${c.charCodeAt(0)};`);

const page = (uid, accounts) => `<!doctype html><html lang="en"><title>Stand-in</title>
<form method="post" action="/choose/${uid}">
${accounts.map((id) => `<button name="account" value="${escape(id)}">Go on as ${escape(id)}</button>`).join('\n')}
<button name="account" value="">Deny</button></form>`;

async function formOf(request) {
  const chunks = [];
  for await (const chunk of request) chunks.push(chunk);
  return new URLSearchParams(Buffer.concat(chunks).toString());
}

/** As much consent as was asked for. */
async function grantOf(provider, { params, missing, accountId, grantId }) {
  const grant = grantId
    ? await provider.Grant.find(grantId)
    : new provider.Grant({ accountId, clientId: params.client_id });
  grant.addOIDCScope(params.scope);
  if (missing?.missingOIDCClaims) grant.addOIDCClaims(missing.missingOIDCClaims);
  return grant.save();
}

/**
 * Starts a provider.
 * - `accounts`: claims by account id.
 * - `clients`: registrations, as `oidc-provider` takes them.
 * - `routes`: its endpoints' paths.
 * - `tokenAnswer`: "json", or "query-string" as some providers of old answer.
 * - `openidNotNeeded`: user info is answered although the scope `openid` was not asked for, as Hugging Face does.
 */
export async function startProvider({
  port = 0,
  accounts,
  clients,
  routes = { authorization: '/oauth/authorize', token: '/oauth/token', userinfo: '/oauth/userinfo' },
  tokenAnswer = 'json',
  openidNotNeeded = false,
}) {
  const server = createServer();
  server.listen(port, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://127.0.0.1:${server.address().port}`;
  const seen = [];
  let broken = false;

  const provider = new Provider(origin, {
    clients,
    routes,
    clientAuthMethods: ['client_secret_basic', 'client_secret_post', 'client_secret_jwt'],
    enabledJWA: { clientAuthSigningAlgValues: ['HS256', 'HS384', 'HS512'] },
    claims: {
      openid: ['sub'],
      profile: ['name', 'picture', 'preferred_username'],
      email: ['email', 'email_verified'],
    },
    conformIdTokenClaims: false,
    pkce: { required: () => false },
    features: { devInteractions: { enabled: false } },
    interactions: { url: (ctx, { uid }) => `/choose/${uid}` },
    findAccount: (ctx, id) => accounts[id] && { accountId: id, claims: () => ({ sub: id, ...accounts[id] }) },
    cookies: { keys: ['stand-in'] },
    ttl: { AccessToken: 600, AuthorizationCode: 60, Grant: 600, Interaction: 600, Session: 600, IdToken: 600 },
  });
  provider.use(async (ctx, next) => {
    if (openidNotNeeded && ctx.path === routes.authorization && !/\bopenid\b/.test(ctx.query.scope ?? '')) {
      ctx.query = { ...ctx.query, scope: `openid ${ctx.query.scope ?? ''}`.trim() };
    }
    await next();
    if (ctx.path === routes.token) seen.push({ headers: ctx.headers, form: ctx.oidc?.body, status: ctx.status });
    if (tokenAnswer === 'query-string' && ctx.path === routes.token && ctx.status === 200) {
      const { access_token, token_type, scope, expires_in } = ctx.body;
      ctx.body = new URLSearchParams({ access_token, token_type, scope, expires_in: String(expires_in) }).toString();
      ctx.type = 'application/x-www-form-urlencoded';
    }
  });

  const answer = provider.callback();
  server.on('request', async (request, response) => {
    if (broken) return response.writeHead(503, { 'Content-Type': 'text/plain' }).end('out of order');
    const uid = /^\/choose\/([\w-]+)$/.exec(request.url)?.[1];
    const asked = new URL(request.url, origin);
    if (asked.pathname === routes.authorization) seen.push({ authorization: asked });
    if (!uid) return answer(request, response);
    try {
      if (request.method !== 'POST') {
        return response.setHeader('Content-Type', 'text/html').end(page(uid, Object.keys(accounts)));
      }
      const account = (await formOf(request)).get('account');
      const details = await provider.interactionDetails(request, response);
      const result = account
        ? {
            login: { accountId: account },
            consent: { grantId: await grantOf(provider, { params: details.params, accountId: account }) },
          }
        : { error: 'access_denied', error_description: 'the person said no' };
      await provider.interactionFinished(request, response, result, { mergeWithLastSubmission: false });
    } catch (cause) {
      response.writeHead(500, { 'Content-Type': 'text/plain' }).end(String(cause));
    }
  });

  return {
    origin,
    routes,
    seen,
    accounts,
    tokenRequests: () => seen.filter(({ form }) => form),
    authorizations: () => seen.filter(({ authorization }) => authorization).map(({ authorization }) => authorization),
    breaks: (value = true) => void (broken = value),
    stop: async () => {
      server.closeAllConnections();
      await new Promise((done) => server.close(done));
    },
  };
}

/** A registration at the stand-in. */
export const client = (id, secret, callback, method, others = {}) => ({
  client_id: id,
  client_secret: secret,
  redirect_uris: [callback],
  grant_types: ['authorization_code'],
  response_types: ['code'],
  token_endpoint_auth_method: method,
  ...others,
});
