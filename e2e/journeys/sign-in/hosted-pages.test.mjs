// The hosted pages beyond the plain sign-in: e-mail codes, consent, lockout, branding, phones and the dark.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { at, launch, Person } from '../../harness/browser.mjs';
import { startLanding } from '../../harness/landing.mjs';
import { smtpConfig, startMailbox } from '../../harness/mailbox.mjs';
import { client, startProvider } from '../../harness/provider.mjs';
import { startSamlProvider } from '../../harness/saml-provider.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const password = 'Maree-haute-71-voile';

describe('Hosted pages', () => {
  let server;
  let browser;
  let landing;
  let mailbox;
  let application;

  before(async () => {
    server = await startGatehouse('hosted-pages');
    browser = await launch();
    landing = await startLanding();
    mailbox = await startMailbox();
    application = await server.management.application({
      name: 'Carnet',
      type: 'Traditional',
      redirectUris: [landing.redirectUri],
    });
    await server.management.post('/connectors', {
      connectorId: 'simple-mail-transfer-protocol',
      config: smtpConfig(mailbox.port),
    });
  });
  beforeEach(() => server.management.byUsername());
  after(async () => {
    await mailbox?.stop();
    await landing?.stop();
    await browser?.close();
    await server?.stop();
  });

  const hasLanded = (url) => at(landing.url)(url);

  async function visits(journey, parameters, options = { locale: 'fr' }) {
    const person = await Person.arrives(browser, journey, options);
    await person.page.goto(landing.authorization(server.endpoint, application.id, parameters).href);
    return person;
  }
  const landedWith = (person, name) => new URL(person.page.url()).searchParams.get(name);

  it('registers with an e-mail and its code, and signs in with one', async () => {
    await server.management.signInExperience({
      signUp: { identifiers: ['email'], password: true, verify: true },
      signIn: { methods: [{ identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: false }] },
    });
    const email = 'colette@carnet.example';
    const person = await visits('email-register', { first_screen: 'register' });
    assert.equal(new URL(person.page.url()).pathname, '/register');
    await person.looksAtHostedPage('register', { language: 'fr' });
    await person.answers({ identifier: email, password });
    await person.looksAtHostedPage('code', { language: 'fr' });
    const code = await mailbox.codeFor(email);
    await person.page.locator('input[name=code]').fill(code === '000000' ? '111111' : '000000');
    await person.settles();
    if (!(await person.complaint())) {
      await person.page.locator('form:has(input[name=code]) button').first().click();
      await person.settles();
    }
    await person.looksAtHostedPage('wrong-code', { language: 'fr' });
    assert.ok(await person.complaint(), 'a wrong code is refused');
    await person.walks({ code, password }, hasLanded);
    assert.ok(landedWith(person, 'code'));
    await person.leaves();
    mailbox.messages.length = 0;

    const again = await visits('email-sign-in');
    await again.walks({ identifier: email, code: () => mailbox.codeFor(email), password }, hasLanded);
    assert.ok(landedWith(again, 'code'));
    await again.leaves();
  });

  it('a third-party application is asked about, and a refusal reaches it', async () => {
    const thirdParty = await server.management.application({
      name: 'Tiers',
      type: 'Traditional',
      isThirdParty: true,
      redirectUris: [landing.redirectUri],
    });
    await server.management.post(`/applications/${thirdParty.id}/user-consent-scopes`, {
      userScopes: ['profile', 'email'],
    });
    await server.management.user({ username: 'tierce', name: 'Tierce Personne', password });
    const person = await Person.arrives(browser, 'consent', { locale: 'fr' });
    const asks = () => person.page.goto(landing.authorization(server.endpoint, thirdParty.id, { scope: 'openid profile email' }).href);
    await asks();
    await person.walks({ identifier: 'tierce', password }, at(server.endpoint, '/consent'));
    await person.looksAtHostedPage('consent', { language: 'fr' });
    assert.equal(await person.page.locator('.gh-scopes li').count(), 2);
    await person.page.locator('button[value=deny]').click();
    await person.page.waitForURL(`${landing.url}/**`);
    assert.equal(landedWith(person, 'error'), 'access_denied');
    assert.equal(landedWith(person, 'state'), 'st4te');

    await asks();
    await person.page.locator('button[value=allow]').click();
    await person.page.waitForURL(`${landing.url}/**`);
    assert.ok(landedWith(person, 'code'));

    await asks();
    await person.page.waitForURL(`${landing.url}/**`);
    assert.ok(landedWith(person, 'code'), 'and is not asked twice');
    await person.leaves();
  });

  it('does not tell whether a person exists, and locks after repeated failures', async () => {
    await server.management.signInExperience({ sentinelPolicy: { maxAttempts: 5, lockoutDuration: 10 } });
    await server.management.user({ username: 'gardee', password });
    const complaints = {};
    for (const identifier of ['gardee', 'personne']) {
      const person = await visits(`lockout-${identifier}`);
      await person.answers({ identifier, password: 'faux-mot-de-passe' });
      await person.settles();
      complaints[identifier] = await person.complaint();
      await person.looksAtHostedPage('refused', { language: 'fr' });
      for (let attempt = 0; attempt < 5; attempt++) {
        await person.answers({ identifier, password: 'faux-mot-de-passe' });
        await person.settles();
      }
      await person.answers({ identifier, password });
      await person.settles();
      await person.looksAtHostedPage('locked', { language: 'fr' });
      assert.ok(!hasLanded(new URL(person.page.url())), 'locked, even with the right password');
      await person.leaves();
    }
    assert.ok(complaints.gardee);
    assert.equal(complaints.gardee, complaints.personne);
    await server.management.signInExperience({ sentinelPolicy: {} });
  });

  it('says which password is too weak, and keeps what was typed', async () => {
    const person = await visits('weak-password', { first_screen: 'register' });
    await person.answers({ identifier: 'prudente', password: '12345678' });
    await person.settles();
    await person.looksAtHostedPage('weak', { language: 'fr' });
    assert.ok(await person.complaint());
    assert.equal(await person.page.locator('input[name=identifier]').inputValue(), 'prudente');
    assert.equal(await person.page.locator('input[name=password]').inputValue(), '', 'but not the password');
    await person.leaves();
  });

  it('says that a username is taken', async () => {
    await server.management.user({ username: 'prise', password });
    const person = await visits('taken', { first_screen: 'register' });
    await person.answers({ identifier: 'prise', password });
    await person.settles();
    await person.looksAtHostedPage('taken', { language: 'fr' });
    assert.ok(await person.complaint());
    await person.leaves();
  });

  it('wears the tenant\'s colours and CSS, in light and dark, on a phone', async () => {
    await server.management.signInExperience({
      color: { primaryColor: '#0b5fff', isDarkModeEnabled: true, darkPrimaryColor: '#8ab4ff' },
      customCss: '.gh-title { letter-spacing: 1px }',
    });
    for (const colorScheme of ['light', 'dark']) {
      const person = await visits(`branding-${colorScheme}`, {}, {
        locale: 'fr',
        colorScheme,
        viewport: { width: 360, height: 740 },
        isMobile: true,
      });
      await person.looksAtHostedPage('sign-in', { language: 'fr' });
      const title = person.page.locator('.gh-title');
      assert.equal(await title.evaluate((e) => getComputedStyle(e).letterSpacing), '1px', 'the tenant\'s CSS');
      const wide = await person.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
      assert.equal(wide, false, 'nothing sticks out');
      await person.leaves();
    }
    await server.management.signInExperience({ customCss: null });
  });

  it('sends people to their enterprise, by address or by choice, on a phone without script too', async (journey) => {
    const { management, endpoint } = server;
    await management.signInExperience({ singleSignOnEnabled: true });
    const secret = 'a-secret-as-long-as-hash-functions-like-it-0123456789';
    const connector = (id, displayName) =>
      management.post('/sso-connectors', {
        providerName: 'OIDC',
        connectorName: id,
        domains: ['port.example'],
        branding: { displayName },
      });
    const paris = await connector('paris', 'Port de Paris');
    const lima = await connector('lima', 'Port de Lima');
    const registered = ({ id, connectorName }) =>
      client(connectorName, secret, `${endpoint}/callback/${id}`, 'client_secret_basic');
    const provider = await startProvider({
      accounts: { mila: { name: 'Mila Port', email: 'mila@port.example', email_verified: true } },
      clients: [registered(paris), registered(lima)],
    });
    journey.after(provider.stop);
    const opens = ({ id, connectorName }) =>
      management.patch(`/sso-connectors/${id}`, {
        config: { clientId: connectorName, clientSecret: secret, issuer: provider.origin },
      });

    await opens(paris);
    const person = await visits('enterprise', {}, { locale: 'fr', viewport: { width: 360, height: 740 }, isMobile: true });
    await person.page.locator('a[href*="/single-sign-on"]').click();
    await person.looksAtHostedPage('single-sign-on', { language: 'fr' });
    await person.answers({ identifier: 'mila@nulle-part.example' });
    await person.settles();
    await person.looksAtHostedPage('no-enterprise', { language: 'fr' });
    assert.ok(await person.complaint());
    await person.answers({ identifier: 'mila@port.example' });
    await person.presses(/mila/);
    await person.page.waitForURL(`${landing.url}/**`);
    assert.ok(landedWith(person, 'code'));
    await person.leaves();
    const [mila] = await management.get('/users?search=%25mila%25&page=1&page_size=5');
    assert.equal(mila.primaryEmail, 'mila@port.example');
    assert.equal(mila.name, 'Mila Port');

    await opens(lima);
    await server.management.signInExperience({
      signIn: { methods: [{ identifier: 'email', password: true, verificationCode: false, isPasswordPrimary: true }] },
    });
    const again = await visits('enterprise-choice', {}, { locale: 'fr', javaScriptEnabled: false });
    await again.answers({ identifier: 'mila@port.example', password: 'peu-importe' });
    await again.settles();
    await again.looksAtHostedPage('choose-enterprise', { language: 'fr' });
    await again.presses(/Lima/);
    await again.presses(/Deny/);
    await again.settles();
    await again.looksAtHostedPage('denied', { language: 'fr' });
    assert.ok(await again.complaint());
    await again.leaves();
    const typing = await visits('enterprise-typed');
    const identifier = typing.page.locator('input[name=identifier]');
    const field = typing.page.locator('input[name=password]');
    await identifier.fill('mila@port.example');
    await field.waitFor({ state: 'hidden' });
    await typing.looksAtHostedPage('no-password', { language: 'fr' });
    await identifier.fill('mila@nulle-part.example');
    await field.waitFor();
    await identifier.fill('mila@port.example');
    await identifier.press('Enter');
    await typing.page.waitForURL('**/single-sign-on/connectors*');
    await typing.leaves();
    await management.delete(`/sso-connectors/${paris.id}`);
    await management.delete(`/sso-connectors/${lima.id}`);
  });

  it('takes what an enterprise says by SAML, from another site', async (journey) => {
    const { management } = server;
    await management.signInExperience({ singleSignOnEnabled: true });
    const provider = await startSamlProvider({ id: 'nino', attributes: { email: 'nino@quai.example', name: 'Nino Quai' } });
    journey.after(provider.stop);
    const connector = await management.post('/sso-connectors', {
      providerName: 'SAML',
      connectorName: 'quai',
      domains: ['quai.example'],
      config: provider.config,
    });
    const person = await visits('enterprise-saml', { first_screen: 'single_sign_on' });
    await person.answers({ identifier: 'Nino@Quai.example' });
    await person.presses(/nino/);
    await person.page.waitForURL(`${landing.url}/**`);
    assert.ok(landedWith(person, 'code'));
    await person.leaves();
    const [nino] = await management.get('/users?search=%25nino%25&page=1&page_size=5');
    assert.equal(nino.primaryEmail, 'nino@quai.example');
    assert.equal(nino.name, 'Nino Quai');

    await management.put(`/sso-connectors/${connector.id}/idp-initiated-auth-config`, { defaultApplicationId: application.id, autoSendAuthorizationRequest: true });
    const { serviceProvider } = (await management.get(`/sso-connectors/${connector.id}`)).providerConfig;
    const unasked = await Person.arrives(browser, 'enterprise-saml-unasked', { locale: 'fr' });
    await unasked.page.goto(provider.portal(serviceProvider));
    await unasked.presses(/nino/);
    await unasked.page.waitForURL(`${landing.url}/**`);
    assert.ok(landedWith(unasked, 'code'), 'the browser has kept, over sites, what shows that nino has come');
    await unasked.leaves();

    await management.patch(`/sso-connectors/${connector.id}`, { config: provider.posted });
    for (const javaScriptEnabled of [true, false]) {
      const posted = await visits(`enterprise-saml-posted-${javaScriptEnabled}`, { first_screen: 'single_sign_on' }, { locale: 'fr', javaScriptEnabled });
      await posted.answers({ identifier: 'nino@quai.example' });
      if (!javaScriptEnabled) {
        await posted.page.waitForURL('**/request?RelayState=*');
        await posted.looksAtHostedPage('posted', { language: 'fr' });
        await posted.presses(/Continuer/);
      }
      await posted.presses(/nino/);
      await posted.page.waitForURL(`${landing.url}/**`);
      assert.ok(landedWith(posted, 'code'), 'the page has posted the request');
      await posted.leaves();
    }
    await management.delete(`/sso-connectors/${connector.id}`);
  });

  it('can be used with the keyboard alone', async () => {
    await server.management.user({ username: 'clavier', password });
    const person = await visits('keyboard');
    // A browser moves the cursor to its field in a frame after the page has loaded: like a person, look for it first.
    await person.page.locator('input[name=identifier]:focus').waitFor();
    await person.page.keyboard.type('clavier');
    await person.page.keyboard.press('Tab');
    await person.page.locator('input[name=password]:focus').waitFor();
    await person.page.keyboard.type(password);
    await person.page.keyboard.press('Enter');
    await person.page.waitForURL(`${landing.url}/**`);
    assert.ok(landedWith(person, 'code'));
    await person.leaves();
  });

  it('goes on in one tab after another has begun', async () => {
    await server.management.user({ username: 'deuxfois', password });
    const person = await visits('two-tabs');
    const other = await person.context.newPage();
    await other.goto(landing.authorization(server.endpoint, application.id).href);
    await person.answers({ identifier: 'deuxfois', password });
    await person.looksAtHostedPage('too-old', { language: 'fr' });
    await person.page.locator('main a.gh-button').click();
    await person.walks({ identifier: 'deuxfois', password }, hasLanded);
    await person.leaves();
  });

  it('sends what Google\'s prompt hands over, once', async () => {
    const { management } = server;
    const google = await management.post('/connectors', {
      connectorId: 'google-universal',
      config: { clientId: 'carnet.apps.googleusercontent.com', clientSecret: 'secret', oneTap: { isEnabled: true, autoSelect: true } },
    });
    await management.signInExperience({ socialSignInConnectorTargets: ['google'] });
    const person = await Person.arrives(browser, 'google-prompt', { locale: 'fr' });
    await person.page.route('https://accounts.google.com/gsi/client', (route) =>
      route.fulfill({
        contentType: 'text/javascript',
        body: 'let o; window.google = { accounts: { id: { initialize(given) { o = given; }, prompt() { o.callback({ credential: o.client_id }); } } } };',
      }),
    );
    await person.page.goto(landing.authorization(server.endpoint, application.id).href);
    await person.page.waitForURL('**/social/prompt*');
    await person.settles();
    await person.looksAtHostedPage('refused', { language: 'fr' });
    assert.ok(await person.complaint(), 'what is no credential of Google\'s signs nobody in, and is not tried again');
    await person.leaves();
    await management.signInExperience({ socialSignInConnectorTargets: [] });
    await management.delete(`/connectors/${google.id}`);
  });

  it('tells a visitor without a sign-in under way so, and signs out with a word', async () => {
    const person = await Person.arrives(browser, 'no-session', { locale: 'fr' });
    await person.page.goto(`${server.endpoint}/sign-in`);
    await person.looksAtHostedPage('unknown-session', { language: 'fr' });
    assert.equal(await person.page.locator('input[name=password]').count(), 0);
    await person.page.goto(`${server.endpoint}/oidc/session/end`);
    await person.settles();
    await person.looksAtHostedPage('sign-out', { language: 'fr' });
    await person.leaves();
  });

  it('prompt=none without a session goes back with login_required', async () => {
    const person = await visits('prompt-none', { prompt: 'none' });
    await person.page.waitForURL(`${landing.url}/**`);
    assert.equal(landedWith(person, 'error'), 'login_required');
    await person.leaves();
  });

  it('answers by fragment and by form_post as asked', async () => {
    await server.management.user({ username: 'modale', password });
    const person = await visits('response-modes');
    await person.walks({ identifier: 'modale', password }, hasLanded);
    for (const mode of ['fragment', 'form_post']) {
      landing.landed.length = 0;
      await person.page.goto(
        landing.authorization(server.endpoint, application.id, { response_mode: mode }).href,
      );
      await person.page.waitForURL(`${landing.url}/**`);
      if (mode === 'fragment') assert.match(new URL(person.page.url()).hash, /code=/);
      else assert.equal(new URL(person.page.url()).search, '', 'nothing in the address');
    }
    await person.leaves();
  });
});
