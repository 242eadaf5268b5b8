// The second step: an authenticator app and backup codes, set up at a sign-in and shown at the next, with script and without.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, afterEach, before, beforeEach, describe, it } from 'node:test';
import { Authenticator } from '../../harness/authenticator.mjs';
import { at, launch, Person } from '../../harness/browser.mjs';
import { startLanding } from '../../harness/landing.mjs';
import { smtpConfig, startMailbox } from '../../harness/mailbox.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const password = 'Maree-haute-71-voile';
const phone = { viewport: { width: 360, height: 740 }, isMobile: true };

describe('The second step', () => {
  let server;
  let browser;
  let landing;
  let mailbox;
  let application;

  before(async () => {
    server = await startGatehouse('second-step');
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
  afterEach(() => asks('UserControlled', []));
  after(async () => {
    await mailbox?.stop();
    await landing?.stop();
    await browser?.close();
    await server?.stop();
  });

  const asks = (policy, factors) => server.management.signInExperience({ mfa: { policy, factors } });

  async function visits(journey, options) {
    const person = await Person.arrives(browser, journey, { locale: 'fr', ...options });
    await person.page.goto(landing.authorization(server.endpoint, application.id).href);
    return person;
  }

  async function showsPassword(person, identifier) {
    await person.answers({ identifier, password });
    await person.settles();
  }

  async function isIn(person) {
    await person.settles();
    assert.ok(at(landing.url)(new URL(person.page.url())), `still at ${person.page.url()}`);
    assert.ok(new URL(person.page.url()).searchParams.get('code'));
    await person.leaves();
  }

  const shows = async (person, name, path) => {
    assert.equal(new URL(person.page.url()).pathname, path);
    await person.looksAtHostedPage(name, { language: 'fr' });
    const wide = await person.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    assert.equal(wide, false, 'nothing sticks out');
  };

  it('an app and backup codes are set up on a phone, and each gets the person in', async () => {
    await asks('Mandatory', ['Totp', 'BackupCode']);
    await server.management.user({ username: 'seconde', password });

    const person = await visits('second-step-set-up', { ...phone, acceptDownloads: true });
    await showsPassword(person, 'seconde');
    await shows(person, 'app', '/mfa-binding/Totp');
    assert.ok(await person.page.locator('.gh-qr').evaluate((picture) => picture.naturalWidth > 100), 'a picture to scan');
    await person.page.locator('summary').click();
    await shows(person, 'key', '/mfa-binding/Totp');
    const secret = (await person.page.locator('.gh-secret').textContent()).trim();
    const app = new Authenticator(secret);
    await person.answers({ code: '000000' });
    await person.settles();
    await shows(person, 'wrong-code', '/mfa-binding/Totp');
    assert.ok(await person.complaint());
    assert.equal((await person.page.locator('.gh-secret').textContent()).trim(), secret);
    await person.answers({ code: await app.code() });
    await person.settles();
    await shows(person, 'backup-codes', '/mfa-binding/BackupCode');
    const codes = await person.page.locator('.gh-codes li').allTextContents();
    assert.equal(codes.length, 10);
    const [download] = await Promise.all([
      person.page.waitForEvent('download'),
      person.page.locator('a[download]').click(),
    ]);
    assert.deepEqual((await readFile(await download.path(), 'utf8')).trim().split(/\s+/), codes);
    await person.page.locator('form:has(input[name=form_token]) button').first().click();
    await isIn(person);

    const again = await visits('second-step-app', { colorScheme: 'dark' });
    await showsPassword(again, 'seconde');
    await shows(again, 'code', '/mfa-verification/Totp');
    await again.answers({ code: await app.code() });
    await isIn(again);

    const lost = await visits('second-step-backup-code', { ...phone, colorScheme: 'dark' });
    await showsPassword(lost, 'seconde');
    await lost.page.locator('a[href^="/mfa-verification"]').click();
    await shows(lost, 'ways', '/mfa-verification');
    await lost.page.locator('button[value=BackupCode]').click();
    await lost.settles();
    await shows(lost, 'backup-code', '/mfa-verification/BackupCode');
    await lost.answers({ code: codes[0] });
    await isIn(lost);
  });

  it('works with scripting off, and whoever says “not now” gets in', async () => {
    await asks('PromptAtSignInAndSignUp', ['Totp', 'EmailVerificationCode']);
    await server.management.user({ username: 'plus_tard', password });
    const person = await visits('second-step-not-now', { javaScriptEnabled: false });
    await person.answers({ identifier: 'plus_tard', password });
    await person.settles();
    while (new URL(person.page.url()).pathname === '/mfa-onboarding') {
      await person.looksAtHostedPage('onboarding', { language: 'fr' });
      await person.page.locator('button[value=enable]').click();
      await person.settles();
    }
    assert.equal(new URL(person.page.url()).pathname, '/mfa-binding');
    await person.looksAtHostedPage('choice', { language: 'fr' });
    await person.page.locator('button[value=Totp]').click();
    await person.settles();
    await person.looksAtHostedPage('app', { language: 'fr' });
    await person.page.locator('form[action^="/mfa-binding/skip"] button').click();
    await isIn(person);
  });

  it('a code by e-mail is a second step, and the address stays hidden', async () => {
    await asks('UserControlled', ['EmailVerificationCode']);
    const primaryEmail = 'courrier.long@carnet.example';
    await server.management.user({ username: 'courrier', primaryEmail, password });
    const person = await visits('second-step-email', phone);
    await showsPassword(person, 'courrier');
    await shows(person, 'code', '/mfa-verification/EmailVerificationCode');
    assert.ok(!(await person.page.content()).includes(primaryEmail));
    await person.answers({ code: () => mailbox.codeFor(primaryEmail) });
    await isIn(person);
  });

  it('a passkey is a second step, made and shown by the browser itself', async () => {
    await asks('Mandatory', ['WebAuthn']);
    await server.management.user({ username: 'cle', password });
    const person = await visits('second-step-passkey', phone);
    const session = await person.context.newCDPSession(person.page);
    await session.send('WebAuthn.enable');
    const { authenticatorId } = await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await showsPassword(person, 'cle');
    await shows(person, 'new-passkey', '/mfa-binding/WebAuthn');
    await person.page.locator('form[data-passkey] button').click();
    await person.page.waitForURL(`${landing.url}/**`);
    assert.ok(new URL(person.page.url()).searchParams.get('code'));
    assert.equal((await session.send('WebAuthn.getCredentials', { authenticatorId })).credentials.length, 1);

    await person.context.clearCookies();
    await person.page.goto(landing.authorization(server.endpoint, application.id).href);
    await showsPassword(person, 'cle');
    await shows(person, 'passkey', '/mfa-verification/WebAuthn');
    await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: false });
    await person.page.locator('form[data-passkey] button').click();
    await person.page.locator('#interrupted:visible').waitFor();
    await shows(person, 'interrupted', '/mfa-verification/WebAuthn');
    await session.send('WebAuthn.setUserVerified', { authenticatorId, isUserVerified: true });
    await person.page.locator('form[data-passkey] button').click();
    await person.page.waitForURL(`${landing.url}/**`);
    await isIn(person);

    const without = await visits('second-step-passkey-without-script', { javaScriptEnabled: false });
    await without.answers({ identifier: 'cle', password });
    await without.settles();
    await without.looksAtHostedPage('passkey', { language: 'fr' });
    assert.match(await without.page.locator('main').innerText(), /JavaScript/);
    await without.leaves();
  });
});
