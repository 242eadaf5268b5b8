// The second step by clicks: which factors there are, what excludes what, who has to have one, and those of a person.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Administrator } from '../../harness/administrator.mjs';
import { Authenticator } from '../../harness/authenticator.mjs';
import { at, launch, Person } from '../../harness/browser.mjs';
import { startLanding } from '../../harness/landing.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const password = 'High-tide-71-sail';

describe('the second step in the Console', () => {
  let server;
  let browser;
  let keeper;
  let page;
  let mira;
  let app;
  let landing;

  before(async () => {
    server = await startGatehouse('console-second-step');
    browser = await launch();
    keeper = await Administrator.first(browser, 'console-second-step', server, { viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
    page = keeper.page;
    mira = await server.management.user({ username: 'mira', name: 'Mira Levi', password });
    landing = await startLanding();
  });
  after(async () => {
    await landing?.stop();
    await browser?.close();
    await server?.stop();
  });

  const open = async (path) => {
    await page.goto(`${server.adminEndpoint}/console/default/${path}`);
    await page.locator('main h1').first().waitFor();
    await keeper.settles();
  };
  const box = (name) => page.getByRole('checkbox', { name, exact: true });
  const dialog = () => page.getByRole('dialog');
  const tab = (name) => page.getByRole('navigation', { name: 'Sign-in experience' }).getByRole('link', { name }).click();
  const factors = () => server.management.get(`/users/${mira.id}/mfa-verifications`);
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());

  it('lets backup codes stand beside another factor only', async () => {
    await open('sign-in-experience/multi-factor');
    assert.ok(await box('Backup codes').isDisabled());
    await page.getByText('Backup codes do not stand alone').waitFor();
    await box('Authenticator app').check();
    await box('Backup codes').check();
    await box('Authenticator app').uncheck();
    assert.ok(!(await box('Backup codes').isChecked()), 'they go with the last other one');
    assert.equal(await keeper.button('Review and save').count(), 0, 'nothing is left to save');
  });

  it('says where a code cannot be both steps', async () => {
    await box('Code by e-mail').check();
    await page.getByText('Nothing sends e-mail yet, so nobody gets these codes.').waitFor();
    await tab('Sign-up and sign-in');
    await keeper.button('Add identifier').click();
    await page.getByRole('menuitem', { name: 'E-mail address' }).click();
    await page.getByRole('group', { name: 'What proves it: E-mail address' }).getByRole('button', { name: 'Code' }).click();
    await page.getByText('Code by e-mail is the first step and the second at once.').waitFor();
    await tab('Multi-factor');
    await page.getByText('Code by e-mail is the first step and the second at once.').waitFor();
    await keeper.looks('both-steps');
    await box('Code by e-mail').uncheck();
    assert.ok(await box('Code by e-mail').isDisabled());
    await page.getByText('A code to this address is the first step already').waitFor();
    await keeper.button('Discard').click();
    await keeper.button('Review and save').waitFor({ state: 'detached' });
  });

  it('saves factors, who has to have one, and passkeys', async () => {
    await box('Authenticator app').check();
    await box('Backup codes').check();
    await page.getByRole('switch', { name: 'Ask at unusual sign-ins only' }).check();
    assert.equal(await keeper.field('People without one').locator('option').count(), 2, 'nobody has a choice then');
    await page.getByRole('switch', { name: 'Ask at unusual sign-ins only' }).uncheck();
    await keeper.field('People without one').selectOption('Have to set one up');
    await keeper.field('Members of organizations that require it').selectOption('Have to set one up at their next sign-in');
    await page.getByRole('switch', { name: 'Sign in by passkey' }).check();
    await page.getByRole('switch', { name: 'Button on the sign-in page' }).uncheck();
    await page.getByRole('switch', { name: 'Browsers offer passkeys' }).check();
    await keeper.looks('multi-factor');
    await keeper.button('Review and save').click();
    await dialog().getByText('Authenticator app, Backup codes').waitFor();
    await keeper.picture('multi-factor-review');
    await dialog().getByRole('button', { name: 'Save changes' }).click();
    await keeper.button('Review and save').waitFor({ state: 'detached' });
    const { mfa, passkeySignIn } = await server.management.get('/sign-in-exp');
    assert.deepEqual(mfa, { factors: ['Totp', 'BackupCode'], policy: 'Mandatory', organizationRequiredMfaPolicy: 'Mandatory' });
    assert.deepEqual(passkeySignIn, { enabled: true, showPasskeyButton: false, allowAutofill: true });
  });

  it('makes the factors of a person', async () => {
    await open(`users/${mira.id}`);
    await page.getByText('There is none.').first().waitFor();
    assert.equal(await keeper.button('Make backup codes').count(), 0, 'they do not stand alone');
    await keeper.button('Add authenticator app').click();
    const picture = dialog().getByRole('img', { name: 'Picture for the app' });
    await picture.waitFor();
    assert.ok(await picture.evaluate((image) => image.decode().then(() => image.naturalWidth > 0)));
    await keeper.looks('factor-app');
    await dialog().getByRole('button', { name: 'Copy Key' }).click();
    app = new Authenticator(await clipboard());
    await dialog().getByRole('button', { name: 'Close' }).last().click();
    await keeper.button('Make backup codes').click();
    await dialog().getByRole('button', { name: 'Copy Backup codes' }).click();
    assert.match(await clipboard(), /^([0-9a-f]{10}\n){9}[0-9a-f]{10}$/);
    await keeper.looks('factor-codes');
    await dialog().getByRole('button', { name: 'Close' }).last().click();
    await page.getByRole('row', { name: /Backup codes 10 left/ }).waitFor();
    await open(`users/${mira.id}`);
    await page.getByRole('row', { name: /Authenticator app/ }).waitFor();
    await keeper.looks('person-factors');
    assert.deepEqual((await factors()).map(({ type }) => type).toSorted(), ['BackupCode', 'Totp']);
  });

  it('is asked for at sign-in, and the app answers', async () => {
    const application = await server.management.application({ name: 'Bookstore', type: 'Traditional', redirectUris: [landing.redirectUri] });
    const visitor = await Person.arrives(browser, 'console-second-step-visitor');
    await visitor.page.goto(landing.authorization(server.endpoint, application.id).href);
    await visitor.walks({ identifier: 'mira', password }, ({ pathname }) => pathname === '/mfa-verification/Totp');
    await visitor.answers({ code: await app.code() });
    await visitor.settles();
    assert.equal(new URL(visitor.page.url()).pathname, '/create-passkey', 'passkeys sign in, so one is offered');
    await visitor.page.locator('form[action*="/create-passkey/skip"] button').click();
    await visitor.settles();
    assert.ok(at(landing.url)(new URL(visitor.page.url())), `still at ${visitor.page.url()}`);
    await visitor.leaves();
  });

  it('is not asked for in a browser that is trusted, until an administrator takes that back', async () => {
    await open('sign-in-experience/multi-factor');
    await page.getByRole('switch', { name: 'Let people trust a browser' }).check();
    await keeper.field('Days until it is asked for again').fill('7');
    await keeper.looks('trusted-browsers');
    await keeper.button('Review and save').click();
    await dialog().getByRole('button', { name: 'Save changes' }).click();
    await keeper.button('Review and save').waitFor({ state: 'detached' });
    const application = (await server.management.get('/applications')).find(({ name }) => name === 'Bookstore');
    const visitor = await Person.arrives(browser, 'console-second-step-trusted');
    const signsIn = async (arrived) => {
      // The session has ended meanwhile; what a browser is trusted by stays.
      await visitor.page.context().clearCookies({ name: /session/ });
      await visitor.page.goto(landing.authorization(server.endpoint, application.id).href);
      await visitor.walks({ identifier: 'mira', password }, arrived);
    };
    const asked = ({ pathname }) => pathname === '/mfa-verification/Totp';
    await signsIn(asked);
    await visitor.page.getByRole('checkbox').check();
    await visitor.looksAtHostedPage('trust');
    await visitor.answers({ code: await app.code() });
    await visitor.settles();
    assert.ok(at(landing.url)(new URL(visitor.page.url())), `still at ${visitor.page.url()}`);
    await signsIn(at(landing.url));

    await page.bringToFront();
    await open(`users/${mira.id}`);
    const trusted = page.getByRole('region', { name: 'Trusted browsers' });
    await trusted.getByRole('cell', { name: /Chrome/ }).waitFor();
    await keeper.looks('person-trusted');
    assert.equal((await server.management.get(`/users/${mira.id}/trusted-devices`)).length, 1);
    await trusted.getByRole('button', { name: 'Remove' }).click();
    await page.getByText('The browser is no longer trusted').waitFor();
    await trusted.first().waitFor({ state: 'detached' });
    await signsIn(asked);
    await visitor.leaves();
    await page.bringToFront();
  });

  it('is for a person to decide, whom an administrator asks anew', async () => {
    const choice = () => server.management.get(`/users/${mira.id}/logto-configs`);
    await open(`users/${mira.id}`);
    await page.getByText('Has said no to a passkey in place of the password.').waitFor();
    await keeper.looks('person-choice');
    await keeper.button('Offer again').click();
    await keeper.button('Offer again').waitFor({ state: 'detached' });
    assert.equal((await choice()).passkeySignIn.skipped, false);
    const asked = (checked) => page.getByRole('switch', { name: 'Ask this person at sign-in', checked });
    await asked(true).click();
    await asked(false).waitFor();
    const { mfa } = await choice();
    assert.deepEqual([mfa.enabled, mfa.skipMfaOnSignIn], [false, true]);
  });

  it('is taken from a person who has lost it', async () => {
    await open(`users/${mira.id}`);
    await keeper.button('Delete: Authenticator app').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('row', { name: /Authenticator app/ }).waitFor({ state: 'detached' });
    assert.deepEqual((await factors()).map(({ type }) => type), ['BackupCode']);
  });

  it('fits a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    for (const path of ['sign-in-experience/multi-factor', `users/${mira.id}`]) {
      await open(path);
      await keeper.picture(`phone-${path.split('/')[0]}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${path} scrolls sideways`);
    }
  });
});
