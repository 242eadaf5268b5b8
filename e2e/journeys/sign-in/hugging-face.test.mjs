// Sign-in with Hugging Face into the Flask application, in Chinese; the provider is `oidc-provider` on loopback.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { at, launch, Person } from '../../harness/browser.mjs';
import { smtpConfig, startMailbox } from '../../harness/mailbox.mjs';
import { freePort } from '../../harness/process.mjs';
import { client, startProvider } from '../../harness/provider.mjs';
import { place, startFlask } from '../../harness/samples.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const secret = 'hf-secret-of-the-stand-in-0123456789';

describe('Hugging Face', () => {
  let server;
  let browser;
  let huggingFace;
  let mailbox;
  let app;
  let connector;

  before(async () => {
    const port = await freePort();
    server = await startGatehouse('hugging-face', {
      env: { GATEHOUSE_TESTKIT_HUGGINGFACE: `http://127.0.0.1:${port}` },
    });
    browser = await launch();
    mailbox = await startMailbox();
    const { management } = server;
    await management.post('/connectors', {
      connectorId: 'simple-mail-transfer-protocol',
      config: smtpConfig(mailbox.port),
    });
    connector = await management.post('/connectors', {
      connectorId: 'huggingface-universal',
      config: { clientId: 'gatehouse', clientSecret: secret, scope: 'profile email' },
    });
    huggingFace = await startProvider({
      port,
      openidNotNeeded: true,
      clients: [client('gatehouse', secret, `${server.endpoint}/callback/${connector.id}`, 'client_secret_basic')],
      accounts: {
        liwei: { name: '李伟', picture: 'https://hf.example/liwei.png', email: 'liwei@reading.example', preferred_username: 'liwei' },
        nomail: { name: '无名', picture: 'https://hf.example/nomail.png' },
        refused: { name: '路人' },
        retry: { name: '再来', email: 'retry@reading.example' },
      },
    });
    await management.signInExperience({
      signInMode: 'SignInAndRegister',
      signUp: { identifiers: ['email'], password: false, verify: true },
      signIn: {
        methods: [
          { identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: true },
          { identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true },
        ],
      },
      socialSignInConnectorTargets: ['huggingface'],
    });
    const where = await place();
    const application = await management.application({
      name: '书店',
      type: 'Traditional',
      redirectUris: [`${where.url}/callback`],
      postLogoutRedirectUris: [`${where.url}/`],
    });
    app = await startFlask({ name: 'flask-hf', endpoint: server.endpoint, application, storage: 'session', place: where });
  });
  after(async () => {
    await app?.stop();
    await browser?.close();
    await huggingFace?.stop();
    await mailbox?.stop();
    await server?.stop();
  });

  /** A person at the provider's page, having pressed "Continue with Hugging Face". */
  async function atTheProvider(name) {
    const person = await Person.arrives(browser, `hugging-face-${name}`, { locale: 'zh-CN' });
    await person.page.goto(`${app.url}/sign-in`);
    await person.looksAtHostedPage('sign-in', { language: 'zh-CN' });
    await person.presses(/Hugging Face/);
    return person;
  }

  const signedIn = async (person) => {
    await person.page.waitForURL(`${app.url}/`);
    assert.equal(await person.page.locator('a[href="/sign-out"]').count(), 1);
    return (await person.page.request.get(`${app.url}/user-info`)).json();
  };

  it('lets a newcomer in and knows the person again', async () => {
    const first = await atTheProvider('newcomer');
    assert.equal(new URL(first.page.url()).origin, huggingFace.origin);
    const asked = huggingFace.authorizations().at(-1).searchParams;
    assert.deepEqual(
      [...asked.keys()].sort(),
      ['client_id', 'redirect_uri', 'response_type', 'scope', 'state'],
      'no PKCE, no nonce',
    );
    assert.equal(asked.get('redirect_uri'), `${server.endpoint}/callback/${connector.id}`);
    await first.presses(/liwei/);
    const info = await signedIn(first);
    await first.picture('signed-in');
    assert.equal(info.name, '李伟');
    const exchange = huggingFace.tokenRequests().at(-1);
    assert.equal(
      exchange.headers.authorization,
      `Basic ${Buffer.from(`gatehouse:${secret}`).toString('base64')}`,
    );
    assert.equal(exchange.form.client_secret, undefined);

    const user = await server.management.get(`/users/${info.sub}`);
    assert.equal(user.primaryEmail, 'liwei@reading.example');
    assert.equal(user.avatar, 'https://hf.example/liwei.png');
    assert.equal(user.identities.huggingface.userId, 'liwei');
    await first.leaves();

    const again = await atTheProvider('returning');
    await again.presses(/liwei/);
    assert.equal((await signedIn(again)).sub, info.sub);
    await again.leaves();
  });

  it('brings a person who says no back to the sign-in page', async () => {
    const person = await atTheProvider('denied');
    await person.presses(/Deny/);
    await person.settles();
    assert.equal(new URL(person.page.url()).origin, server.endpoint);
    await person.looksAtHostedPage('denied', { language: 'zh-CN' });
    assert.ok(!(await person.page.content()).includes('access_denied_'), 'no raw code is shown');
    await person.leaves();
  });

  it('says so when the provider is down, and works when it is back', async () => {
    const person = await atTheProvider('down');
    await person.page.route('**/choose/**', (route) => route.continue());
    huggingFace.breaks();
    // The person comes back with a code that cannot be redeemed.
    const callback = new URL(`${server.endpoint}/callback/${connector.id}`);
    callback.search = new URLSearchParams({
      code: 'never-issued',
      state: huggingFace.authorizations().at(-1).searchParams.get('state'),
    });
    await person.page.goto(callback.href);
    await person.settles();
    assert.equal(new URL(person.page.url()).origin, server.endpoint);
    await person.looksAtHostedPage('provider-down', { language: 'zh-CN' });
    huggingFace.breaks(false);
    await person.leaves();

    const later = await atTheProvider('up-again');
    await later.presses(/retry/);
    await signedIn(later);
    await later.leaves();
  });

  it('says so when the secret is wrong', async () => {
    const config = { clientId: 'gatehouse', clientSecret: `${secret}-mistyped`, scope: 'profile email' };
    await server.management.patch(`/connectors/${connector.id}`, { config });
    const person = await atTheProvider('wrong-secret');
    await person.presses(/refused/);
    await person.settles();
    assert.equal(new URL(person.page.url()).origin, server.endpoint);
    await person.looksAtHostedPage('wrong-secret', { language: 'zh-CN' });
    assert.ok(!(await person.page.content()).includes(secret), 'no secret is shown');
    await server.management.patch(`/connectors/${connector.id}`, { config: { ...config, clientSecret: secret } });
    await person.leaves();
  });

  it('asks for the e-mail that the provider does not tell', async () => {
    const person = await atTheProvider('no-email');
    await person.presses(/nomail/);
    await person.settles();
    assert.match(new URL(person.page.url()).pathname, /^\/continue/);
    await person.looksAtHostedPage('continue', { language: 'zh-CN' });
    const address = 'wuming@reading.example';
    await person.walks({ identifier: address, email: address, code: () => mailbox.codeFor(address) }, at(app.url));
    const user = await server.management.get(`/users/${(await signedIn(person)).sub}`);
    assert.equal(user.primaryEmail, address);
    assert.equal(user.identities.huggingface.userId, 'nomail');
    await person.leaves();
  });

  it('shows no identifier form when only social sign-in is wanted', async () => {
    const { management } = server;
    const before = await management.get('/sign-in-exp');
    await management.signInExperience({
      signUp: { identifiers: [], password: false, verify: false },
      signIn: { methods: [] },
    });
    const person = await Person.arrives(browser, 'hugging-face-only', { locale: 'zh-CN' });
    await person.page.goto(`${app.url}/sign-in`);
    await person.looksAtHostedPage('sign-in', { language: 'zh-CN' });
    assert.equal(await person.page.locator('input[name=identifier]:visible').count(), 0);
    await person.presses(/Hugging Face/);
    await person.presses(/liwei/);
    await signedIn(person);
    await person.leaves();
    await management.signInExperience({ signUp: before.signUp, signIn: before.signIn });
  });
});
