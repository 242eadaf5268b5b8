// Any OAuth 2.0 provider, in Spanish: three ways to authenticate, two ways to answer, and the tutorials' Google case.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { launch, Person } from '../../harness/browser.mjs';
import { client, startProvider } from '../../harness/provider.mjs';
import { place, startFlask } from '../../harness/samples.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const longSecret = 'a-secret-as-long-as-hash-functions-like-it-0123456789-abcdefghijklmnop';

const cases = [
  { target: 'post-json', tokenEndpointAuthMethod: 'client_secret_post', tokenEndpointResponseType: 'json' },
  { target: 'post-query', tokenEndpointAuthMethod: 'client_secret_post', tokenEndpointResponseType: 'query-string' },
  { target: 'basic-json', tokenEndpointAuthMethod: 'client_secret_basic', tokenEndpointResponseType: 'json' },
  { target: 'basic-query', tokenEndpointAuthMethod: 'client_secret_basic', tokenEndpointResponseType: 'query-string' },
  { target: 'jwt-hs256', tokenEndpointAuthMethod: 'client_secret_jwt', clientSecretJwtSigningAlgorithm: 'HS256', tokenEndpointResponseType: 'json' },
  { target: 'jwt-hs512', tokenEndpointAuthMethod: 'client_secret_jwt', clientSecretJwtSigningAlgorithm: 'HS512', tokenEndpointResponseType: 'query-string' },
];

describe('OAuth 2.0 connector', () => {
  let server;
  let browser;
  let app;

  before(async () => {
    server = await startGatehouse('oauth2');
    browser = await launch();
    const where = await place();
    const application = await server.management.application({
      name: 'Librería',
      type: 'Traditional',
      redirectUris: [`${where.url}/callback`],
      postLogoutRedirectUris: [`${where.url}/`],
    });
    app = await startFlask({ name: 'flask-oauth2', endpoint: server.endpoint, application, storage: 'session', place: where });
  });
  after(async () => {
    await app?.stop();
    await browser?.close();
    await server?.stop();
  });

  /** Configures the connector against a fresh provider and signs a newcomer in; gives what the server then knows. */
  async function signsInWith({ target, name, config, registration, tokenAnswer, account, claims }) {
    const { management } = server;
    const connector = await management.post('/connectors', {
      connectorId: 'oauth2',
      metadata: { target, name: { en: name } },
    });
    const provider = await startProvider({
      tokenAnswer,
      accounts: { [account]: claims },
      clients: [
        client('gatehouse', longSecret, `${server.endpoint}/callback/${connector.id}`, registration.method, registration.others),
      ],
    });
    const person = await Person.arrives(browser, `oauth2-${target}`, { locale: 'es' });
    try {
      await management.patch(`/connectors/${connector.id}`, {
        config: {
          authorizationEndpoint: `${provider.origin}/oauth/authorize`,
          tokenEndpoint: `${provider.origin}/oauth/token`,
          userInfoEndpoint: `${provider.origin}/oauth/userinfo`,
          clientId: 'gatehouse',
          clientSecret: longSecret,
          ...config,
        },
      });
      await management.signInExperience({
        signUp: { identifiers: [], password: false, verify: false },
        signIn: { methods: [] },
        socialSignInConnectorTargets: [target],
      });
      await person.page.goto(`${app.url}/sign-in`);
      await person.looksAtHostedPage('sign-in', { language: 'es' });
      await person.presses(new RegExp(name));
      await person.presses(new RegExp(account));
      await person.page.waitForURL(`${app.url}/`);
      assert.equal(await person.page.locator('a[href="/sign-out"]').count(), 1);
      const { sub } = await (await person.page.request.get(`${app.url}/claims`)).json();
      const user = await management.get(`/users/${sub}`);
      return { user, exchange: provider.tokenRequests().at(-1), asked: provider.authorizations().at(-1) };
    } finally {
      await person.picture('end').catch(() => {});
      await person.leaves();
      await provider.stop();
    }
  }

  for (const { target, ...settings } of cases) {
    it(`signs in with ${settings.tokenEndpointAuthMethod} and a ${settings.tokenEndpointResponseType} answer (${target})`, async () => {
      const { user, exchange, asked } = await signsInWith({
        target,
        name: `Proveedor ${target}`,
        registration: {
          method: settings.tokenEndpointAuthMethod,
          others: settings.clientSecretJwtSigningAlgorithm && {
            token_endpoint_auth_signing_alg: settings.clientSecretJwtSigningAlgorithm,
          },
        },
        tokenAnswer: settings.tokenEndpointResponseType,
        config: {
          ...settings,
          scope: 'openid profile email',
          profileMap: { id: 'sub', name: 'name', avatar: 'picture', email: 'email' },
          customConfig: { ui_locales: 'es' },
        },
        account: `ana-${target}`,
        claims: { name: 'Ana Ibáñez', picture: 'https://p.example/ana.png', email: `ana.${target}@libros.example` },
      });
      assert.equal(asked.searchParams.get('ui_locales'), 'es', 'customConfig reaches the provider');
      assert.equal(user.identities[target].userId, `ana-${target}`);
      assert.equal(user.name, 'Ana Ibáñez');
      const { form, headers } = exchange;
      if (settings.tokenEndpointAuthMethod === 'client_secret_post') assert.equal(form.client_secret, longSecret);
      if (settings.tokenEndpointAuthMethod === 'client_secret_basic') assert.match(headers.authorization, /^Basic /);
      if (settings.tokenEndpointAuthMethod === 'client_secret_jwt') {
        assert.equal(form.client_secret, undefined);
        assert.equal(form.client_assertion_type, 'urn:ietf:params:oauth:client-assertion-type:jwt-bearer');
      }
    });
  }

  it('works with a provider like Google when only the profile map is set', async () => {
    const { user } = await signsInWith({
      target: 'googol',
      name: 'Googol',
      registration: { method: 'client_secret_post' },
      tokenAnswer: 'json',
      config: { scope: 'openid profile email', profileMap: { id: 'sub', avatar: 'picture' } },
      account: '117305',
      claims: { name: 'Inés Peña', picture: 'https://g.example/ines.png', email: 'ines@libros.example', email_verified: true },
    });
    assert.equal(user.identities.googol.userId, '117305');
    assert.equal(user.avatar, 'https://g.example/ines.png');
    assert.equal(user.name, 'Inés Peña');
    assert.equal(user.primaryEmail, 'ines@libros.example');
  });

  it('refuses a configuration without a token endpoint and names the field', async () => {
    const answer = await server.management.send('POST', '/connectors', {
      connectorId: 'oauth2',
      metadata: { target: 'incompleto', name: { en: 'Incompleto' } },
      config: {
        authorizationEndpoint: 'https://p.example/authorize',
        userInfoEndpoint: 'https://p.example/me',
        clientId: 'a',
        clientSecret: 'b',
      },
    });
    assert.equal(answer.status, 400);
    assert.equal(answer.body.code, 'connector.invalid_config');
    assert.match(answer.text, /tokenEndpoint/);
  });
});
