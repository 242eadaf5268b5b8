// The account centre: people look after their own account, on a phone and in the dark, with script and without.
import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { after, before, describe, it } from 'node:test';
import { Authenticator } from '../../harness/authenticator.mjs';
import { at, launch, Person } from '../../harness/browser.mjs';
import { startLanding } from '../../harness/landing.mjs';
import { smtpConfig, startMailbox } from '../../harness/mailbox.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const password = 'Maree-haute-71-voile';
const phone = { viewport: { width: 360, height: 740 }, isMobile: true };
const parts = ['name', 'avatar', 'profile', 'email', 'phone', 'password', 'username', 'social', 'mfa', 'passkey', 'session', 'data'];
const picture = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNkqGf4DwADEAGAc7j4AwAAAABJRU5ErkJggg==',
  'base64',
);

describe('The account centre', () => {
  let server;
  let browser;
  let landing;
  let mailbox;

  before(async () => {
    server = await startGatehouse('account-centre');
    browser = await launch();
    landing = await startLanding();
    mailbox = await startMailbox();
    const { management } = server;
    await management.application({ name: 'Carnet', type: 'Traditional', redirectUris: [landing.redirectUri] });
    await management.post('/connectors', { connectorId: 'simple-mail-transfer-protocol', config: smtpConfig(mailbox.port) });
    await management.byUsername();
    await management.signInExperience({ mfa: { policy: 'NoPrompt', factors: ['Totp', 'WebAuthn', 'BackupCode'] } });
    await management.patch('/account-center', {
      enabled: true,
      fields: Object.fromEntries(parts.map((part) => [part, 'Edit'])),
      deleteAccountUrl: 'https://carnet.example/au-revoir',
    });
    await management.user({ username: 'marin', primaryEmail: 'marin@carnet.example', name: 'Marin Le Goff', password });
    await management.user({ username: 'marine', password });
  });
  after(async () => {
    await mailbox?.stop();
    await landing?.stop();
    await browser?.close();
    await server?.stop();
  });

  const open = (person, path) => person.page.goto(`${server.endpoint}${path}`);

  /** Somebody signs in on the way to a page. */
  async function visits(journey, path, { as = 'marin', ...options }) {
    const person = await Person.arrives(browser, journey, options);
    await open(person, path);
    await person.answers({ identifier: as, password });
    return person;
  }

  /** Presses the link or button that leads there. */
  async function follows(person, path) {
    const navigated = person.page.waitForEvent('framenavigated');
    await person.page.locator(`a[href="${path}"], form[action="${path}"] button`).first().click();
    await navigated;
    await person.page.waitForLoadState('load');
  }

  async function sees(person, name, path, language) {
    assert.equal(new URL(person.page.url()).pathname, path);
    await person.looksAtHostedPage(name, { language });
    if (person.scriptless) return;
    const wide = await person.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    assert.equal(wide, false, `nothing sticks out of ${path}`);
  }

  it('on a phone, in French, an address is changed for an application, and given up', async () => {
    const person = await visits('account-phone', '/account', { locale: 'fr', ...phone });
    await sees(person, 'home', '/account', 'fr');
    await follows(person, '/account/security');
    await sees(person, 'security', '/account/security', 'fr');

    const back = `${landing.url}/reglages`;
    await open(person, `/account/email?redirect=${encodeURIComponent(back)}`);
    await sees(person, 'proof', '/account/proof', 'fr');
    await person.answers({ password: 'faux' });
    assert.ok(await person.complaint());
    await sees(person, 'wrong-password', '/account/proof', 'fr');
    await person.answers({ password });
    await sees(person, 'email', '/account/email', 'fr');
    await person.answers({ identifier: 'marin.legoff@carnet.example' });
    await person.answers({ code: () => mailbox.codeFor('marin.legoff@carnet.example') });
    assert.equal(person.page.url(), back);

    await open(person, '/account/email');
    await follows(person, '/account/email/remove');
    await sees(person, 'sure', '/account/email/remove', 'fr');
    await follows(person, '/account/email/remove');
    await sees(person, 'removed', '/account/success', 'fr');
    await open(person, '/account/sessions');
    await sees(person, 'sessions', '/account/sessions', 'fr');
    await open(person, '/account/security?ui_locales=ar');
    await sees(person, 'arabic', '/account/security', 'ar');
    await person.leaves();
  });

  it('in the dark, a picture, an app, backup codes and a passkey are set up', async () => {
    const person = await visits('account-dark', '/account/profile', { colorScheme: 'dark' });
    await sees(person, 'profile', '/account/profile', 'en');
    await follows(person, '/account/profile/picture');
    await person.page.locator('input[type=file]').setInputFiles({ name: 'moi.png', mimeType: 'image/png', buffer: picture });
    await sees(person, 'picture', '/account/profile/picture', 'en');
    await follows(person, '/account/profile/picture');
    await follows(person, '/account/profile');
    await person.answers({ nickname: 'Marin', website: 'https://carnet.example' });
    await sees(person, 'saved', '/account/success', 'en');
    await follows(person, '/account');
    const shown = await person.page.locator('img.gh-avatar').evaluate((image) => image.naturalWidth);
    assert.equal(shown, 1, 'the picture is there');

    await open(person, '/account/authenticator-app');
    await person.answers({ password });
    await sees(person, 'new-app', '/account/authenticator-app', 'en');
    const app = new Authenticator(await person.page.locator('input[name=secret]').inputValue());
    await person.answers({ code: () => app.code() });
    await open(person, '/account/backup-codes/generate');
    await sees(person, 'new-codes', '/account/backup-codes/generate', 'en');
    await follows(person, '/account/backup-codes/generate');
    await open(person, '/account/backup-codes/manage');
    await sees(person, 'codes', '/account/backup-codes/manage', 'en');

    const session = await person.context.newCDPSession(person.page);
    await session.send('WebAuthn.enable');
    await session.send('WebAuthn.addVirtualAuthenticator', {
      options: {
        protocol: 'ctap2',
        transport: 'internal',
        hasResidentKey: true,
        hasUserVerification: true,
        isUserVerified: true,
        automaticPresenceSimulation: true,
      },
    });
    await open(person, '/account/passkey/add');
    await person.page.locator('form[data-passkey] button').click();
    await person.page.waitForURL('**/account/success');
    await open(person, '/account/security');
    await sees(person, 'security', '/account/security', 'en');
    await follows(person, '/account/passkey/manage');
    await sees(person, 'passkeys', '/account/passkey/manage', 'en');
    const removal = await person.page.locator('a[href$="/remove"]').getAttribute('href');
    await follows(person, removal);
    await sees(person, 'sure', removal, 'en');
    await follows(person, removal);
    assert.equal(await person.page.locator('a[href$="/remove"]').count(), 0, 'the passkey is gone');

    await open(person, '/account/data');
    await sees(person, 'data', '/account/data', 'en');
    const downloading = person.page.waitForEvent('download');
    await person.page.locator('a[download]').click();
    const kept = JSON.parse(await readFile(await (await downloading).path(), 'utf8'));
    assert.equal(kept.account.username, 'marin');
    assert.equal(kept.sessions.length, 2);
    await person.leaves();
  });

  it('works with scripting off, in Chinese: another name, and a browser elsewhere is signed out', async () => {
    const elsewhere = await visits('account-elsewhere', '/account', { as: 'marine', javaScriptEnabled: false });
    const person = await visits('account-without-script', '/account/username', { as: 'marine', locale: 'zh-CN', javaScriptEnabled: false });
    await person.answers({ password });
    await sees(person, 'username', '/account/username', 'zh-CN');
    await person.answers({ identifier: 'marine_2' });
    await sees(person, 'saved', '/account/success', 'zh-CN');
    await open(person, '/account/sessions');
    const ends = person.page.locator('a[href$="/end"]');
    assert.equal(await ends.count(), 2);
    const other = await ends.last().getAttribute('href');
    await follows(person, other);
    await sees(person, 'sure', other, 'zh-CN');
    await follows(person, other);
    assert.equal(await ends.count(), 1);
    await open(elsewhere, '/account');
    assert.ok(at(server.endpoint, '/sign-in')(new URL(elsewhere.page.url())), `still in at ${elsewhere.page.url()}`);
    await elsewhere.leaves();
    await person.leaves();
  });
});
