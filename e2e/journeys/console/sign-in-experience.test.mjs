// The sign-in experience by clicks: the preview follows the draft, saving shows the difference, pages follow what is saved.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Administrator } from '../../harness/administrator.mjs';
import { zip } from '../../harness/archive.mjs';
import { at, launch, Person } from '../../harness/browser.mjs';
import { startGatehouse } from '../../harness/server.mjs';

describe('sign-in experience in the Console', () => {
  let server;
  let browser;
  let keeper;

  before(async () => {
    server = await startGatehouse('console-sign-in-experience');
    browser = await launch();
    for (const target of ['harbour', 'lighthouse', 'pier']) {
      await server.management.post('/connectors', {
        connectorId: 'oauth2',
        metadata: { target, name: { en: target[0].toUpperCase() + target.slice(1) } },
      });
    }
    keeper = await Administrator.first(browser, 'console-sign-in-experience', server, { viewport: { width: 1440, height: 900 } });
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const go = (tab) => keeper.page.goto(`${server.adminEndpoint}/console/default/sign-in-experience/${tab}`);

  /** What the preview shows once it holds the text. */
  async function preview(text) {
    const frame = keeper.page.frameLocator('.see iframe:not(.coming)');
    await frame.getByText(text).first().waitFor();
    return frame;
  }

  async function saves() {
    await keeper.button('Review and save').click();
    const dialog = keeper.page.getByRole('dialog');
    await dialog.getByRole('listitem').first().waitFor();
    const lines = await dialog.getByRole('listitem').allInnerTexts();
    await dialog.getByRole('button', { name: 'Save changes' }).click();
    await keeper.button('Review and save').waitFor({ state: 'detached' });
    return lines.map((line) => line.replace(/\s+/g, ' '));
  }

  it('previews the unsaved draft in either scheme, on either device, in any language', async () => {
    const { page } = keeper;
    await go('branding');
    await preview('Sign in');
    await keeper.looks('branding');
    await page.getByLabel('Brand colour', { exact: true }).fill('#8A2F3D');
    await page.getByLabel('Rules').fill('.gh-title { letter-spacing: 3px; }');
    await page.locator('.see iframe:not(.coming)').waitFor();
    const frame = page.frameLocator('.see iframe:not(.coming)');
    await assertSoon(() => frame.locator('.gh-button').first().evaluate((button) => getComputedStyle(button).backgroundColor), 'rgb(138, 47, 61)');
    assert.equal(await frame.locator('.gh-title').evaluate((title) => getComputedStyle(title).letterSpacing), '3px');
    assert.equal((await server.management.get('/sign-in-exp')).customCss, null, 'nothing is saved yet');

    await page.getByRole('button', { name: 'Dark', exact: true }).click();
    await assertSoon(() => frame.locator('html').evaluate((html) => getComputedStyle(html).colorScheme), 'dark');
    await keeper.button('Desktop').click();
    await assertSoon(() => frame.locator('html').evaluate((html) => html.ownerDocument.defaultView.innerWidth), 1280);
    await page.getByLabel('Language of the preview').selectOption('fr');
    await preview('Se connecter');
    await page.getByLabel('Page', { exact: true }).selectOption({ label: 'Sign-up' });
    await preview('Créer un compte');
    await keeper.looks('branding-draft');
  });

  it('shows the difference, saves it, and the hosted page follows', async () => {
    const lines = await saves();
    assert.equal(lines.length, 2, lines.join('\n'));
    assert.match(lines.join('\n'), /Brand colour .* → #8A2F3D/);
    assert.match(lines.join('\n'), /Custom CSS none → 1 lines/);
    const visitor = await Person.arrives(browser, 'console-sign-in-experience-visitor');
    await visitor.page.goto(`${server.endpoint}/unknown-session`);
    assert.match(await visitor.page.content(), /#8A2F3D/);
    assert.match(await visitor.page.content(), /letter-spacing: 3px/);
    await visitor.leaves();
  });

  it('orders social sign-in by arrows and by dragging, and keeps the draft between its tabs', async () => {
    const { page } = keeper;
    await go('sign-up-and-sign-in');
    for (const name of ['Harbour', 'Lighthouse', 'Pier']) {
      await keeper.button('Add connector').click();
      await page.getByRole('menuitem', { name }).click();
    }
    const list = page.getByRole('list', { name: 'Social sign-in' });
    const order = async () => (await list.getByRole('listitem').allInnerTexts()).map((text) => text.split('\n')[0]);
    await keeper.button('Move Pier up').focus();
    await page.keyboard.press('Enter');
    assert.deepEqual(await order(), ['Harbour', 'Pier', 'Lighthouse']);
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('aria-label')), 'Move Pier up', 'the focus goes along');
    await list.getByRole('listitem').filter({ hasText: 'Lighthouse' }).dragTo(list.getByRole('listitem').filter({ hasText: 'Harbour' }));
    assert.deepEqual(await order(), ['Lighthouse', 'Harbour', 'Pier']);
    await page.getByLabel('Page', { exact: true }).selectOption({ label: 'Sign-in' });
    await preview('Continue with Lighthouse');
    await keeper.looks('sign-up-and-sign-in');
    await keeper.page.getByRole('link', { name: 'Content', exact: true }).first().click();
    await keeper.link('Sign-up and sign-in').click();
    await list.getByRole('listitem').first().waitFor();
    assert.deepEqual(await order(), ['Lighthouse', 'Harbour', 'Pier']);
    assert.equal((await saves()).length, 3);
    assert.deepEqual((await server.management.get('/sign-in-exp')).socialSignInConnectorTargets, ['lighthouse', 'harbour', 'pier']);
  });

  it('says what a choice needs, and shows what the server refuses', async () => {
    const { page } = keeper;
    await page.getByLabel('Sign-up identifier').selectOption({ label: 'E-mail address' });
    await page.getByText('Nothing sends e-mail yet').waitFor();
    await keeper.button('Review and save').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByRole('button', { name: 'Save changes' }).click();
    await dialog.getByRole('alert').waitFor();
    await keeper.looks('refused');
    await dialog.getByRole('button', { name: 'Keep editing' }).click();
    await keeper.button('Discard').click();
    assert.equal(await page.getByLabel('Sign-up identifier').inputValue(), 'username');
  });

  it('changes texts and adds a language of one’s own, seen in the preview first', async () => {
    const { page } = keeper;
    await go('content');
    await page.getByRole('list', { name: 'Languages' }).getByText('Español').waitFor();
    await keeper.looks('content');
    await keeper.link('Edit texts: English').click();
    await page.getByRole('textbox', { name: 'sign_in.title' }).fill('Welcome to the harbour');
    await preview('Welcome to the harbour');
    await keeper.looks('texts');
    await keeper.button('Save changes').click();
    await page.getByText('Changes saved').first().waitFor();
    const words = await (await fetch(`${server.endpoint}/api/.well-known/phrases?lng=en`)).json();
    assert.equal(words.sign_in.title, 'Welcome to the harbour');

    await keeper.page.getByRole('link', { name: 'Content', exact: true }).first().click();
    await keeper.button('Add language').click();
    await page.getByRole('menuitem', { name: 'Dutch', exact: true }).click();
    await page.getByRole('textbox', { name: 'sign_in.title' }).fill('Inloggen');
    // That the English texts were saved may still be told.
    const written = page.waitForResponse((answer) => answer.url().endsWith('/custom-phrases/nl') && answer.request().method() !== 'GET');
    await keeper.button('Save changes').click();
    assert.ok((await written).ok());
    await page.getByText('Changes saved').first().waitFor();
    await preview('Inloggen');
    await keeper.page.getByRole('link', { name: 'Content', exact: true }).first().click();
    await page.getByRole('list', { name: 'Languages' }).getByText('Nederlands').waitFor();
  });

  it('sets the password policy', async () => {
    const { page } = keeper;
    await go('password-policy');
    await page.getByLabel('Shortest length').fill('12');
    await page.getByLabel('Page', { exact: true }).selectOption({ label: 'New password' });
    await preview('At least 12 characters');
    await keeper.looks('password-policy');
    assert.match((await saves()).join('\n'), /Shortest length .*12/);
    assert.equal((await server.management.get('/sign-in-exp')).passwordPolicy.length.min, 12);
  });

  it('asks newcomers what the tenant wants to know, in its order', async () => {
    const { page } = keeper;
    await go('profile');
    await page.getByText('There is no field yet.').waitFor();
    await keeper.button('Add field').click();
    await page.getByRole('menuitem', { name: 'Nickname' }).click();
    await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await keeper.button('Add field').click();
    await page.getByRole('menuitem', { name: 'A field of your own…' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add field' });
    await dialog.getByLabel('Key').fill('companySize');
    await dialog.getByLabel('Kind of answer').selectOption({ label: 'One of several' });
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.getByText('Enter at least one choice.').waitFor();
    await dialog.getByText('Enter a label.').waitFor();
    await dialog.getByLabel('Label').fill('Size of the company');
    await dialog.getByLabel('Choices').fill('small = Up to ten people\nlarge');
    await dialog.getByText('Required', { exact: true }).click();
    await keeper.looks('profile-field');
    await dialog.getByRole('button', { name: 'Save' }).click();
    await dialog.waitFor({ state: 'detached' });
    await keeper.button('Move Size of the company up').click();
    assert.match((await saves()).join('\n'), /companySize .*number 1 in the sign-up form\n.*Nickname .*number 2/);
    assert.deepEqual((await server.management.get('/sign-in-exp')).signUpProfileFields, [{ name: 'companySize' }, { name: 'nickname' }]);

    const visitor = await Person.arrives(browser, 'console-sign-in-experience-newcomer');
    try {
      await visitor.page.goto(`${server.endpoint}/demo-app`);
      await visitor.page.waitForURL(/\/sign-in/);
      await visitor.page.getByRole('link', { name: 'Create an account' }).click();
      await visitor.page.locator('input[name=identifier]').fill('newcomer');
      await visitor.page.locator('input[name=password]').fill('High-tide-71-sail');
      await visitor.page.locator('form button:not([type=button])').first().click();
      await visitor.page.getByLabel('Size of the company').selectOption({ label: 'Up to ten people' });
      await visitor.page.getByLabel('Nickname').fill('Noor');
      await visitor.page.locator('form button:not([type=button])').first().click();
      await visitor.page.getByText('You are signed in.').waitFor();
    } finally {
      await visitor.leaves();
    }
    const [newcomer] = await server.management.get('/users?search=newcomer');
    assert.deepEqual([newcomer.customData.companySize, newcomer.profile.nickname], ['small', 'Noor']);
    for (const name of ['companySize', 'nickname']) await server.management.delete(`/custom-profile-fields/${name}`);
    await page.bringToFront();
  });

  it('keeps an uploaded logo, which the pages show', async () => {
    const { page } = keeper;
    await go('branding');
    const uploads = async (name, mimeType, content) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), page.getByRole('button', { name: 'Upload: Logo', exact: true }).click()]);
      await chooser.setFiles({ name, mimeType, buffer: Buffer.from(content) });
    };
    const drawing = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 8 8"><title>Harbour</title><circle cx="4" cy="4" r="4"/></svg>';
    await uploads('harbour.txt', 'text/plain', 'no drawing');
    await page.locator('input[type=url][aria-invalid=true]').waitFor();
    await uploads('harbour.svg', 'image/svg+xml', drawing);
    await page.waitForFunction((origin) => document.querySelector('input[type=url]').value.startsWith(`${origin}/user-assets/`), server.endpoint);
    await keeper.looks('uploaded');
    assert.equal((await saves()).length, 1);
    const { branding } = await server.management.get('/sign-in-exp');
    assert.equal(await (await fetch(branding.logoUrl)).text(), drawing);
  });

  it('puts pages of one’s own in the place of the product’s, and takes them back', async () => {
    const { page } = keeper;
    await go('branding');
    const uploads = async (files) => {
      const [chooser] = await Promise.all([page.waitForEvent('filechooser'), keeper.button(/^Upload (a zip|another)$/).click()]);
      await chooser.setFiles({ name: 'pages.zip', mimeType: 'application/zip', buffer: zip(files) });
    };
    await uploads({ 'readme.txt': 'no page' });
    await page.getByRole('main').getByRole('alert').first().waitFor();
    await uploads({ 'index.html': '<!doctype html><html lang="en"><title>Harbour</title><h1>Sign in at the pier</h1></html>' });
    await page.getByText('The preview goes on showing the product’s pages.').waitFor();
    await keeper.looks('own-pages');
    assert.equal((await saves()).length, 1);
    const visitor = await Person.arrives(browser, 'console-sign-in-experience-own-pages');
    try {
      await visitor.page.goto(`${server.endpoint}/demo-app`);
      await visitor.page.getByRole('heading', { name: 'Sign in at the pier' }).waitFor();
      await page.bringToFront();
      await keeper.button('Back to the product’s pages').click();
      assert.equal((await saves()).length, 1);
      await visitor.page.goto(`${server.endpoint}/demo-app`);
      await visitor.page.locator('input[name=identifier]').waitFor();
      assert.equal(await visitor.page.getByRole('heading', { name: 'Sign in at the pier' }).count(), 0);
    } finally {
      await visitor.leaves();
    }
    await page.bringToFront();
  });

  it('says how newcomers may be called, and who stands in the way of small letters', async () => {
    const { page } = keeper;
    const [tall] = await Promise.all(['Pilot', 'pilot'].map((username) => server.management.user({ username, password: 'High-tide-71-sail' })));
    await go('sign-up-and-sign-in');
    await page.getByRole('checkbox', { name: 'Digits' }).uncheck();
    await page.getByRole('switch', { name: 'Capitals make a difference' }).uncheck();
    await page.getByText('1 username is held by several people who differ in capitals alone.').waitFor();
    assert.equal(await page.getByRole('status').filter({ hasText: 'pilot' }).getByRole('link').count(), 2);
    await keeper.looks('usernames');
    await server.management.patch(`/users/${tall.id}`, { username: 'Captain' });
    await saves();
    const visitor = await Person.arrives(browser, 'console-sign-in-experience-username');
    try {
      await visitor.page.goto(`${server.endpoint}/demo-app`);
      await visitor.page.waitForURL(/\/sign-in/);
      await visitor.page.getByRole('link', { name: 'Create an account' }).click();
      await visitor.answers({ identifier: 'noor7', password: 'High-tide-71-sail' });
      await visitor.settles();
      await visitor.page.getByText('Digits are not allowed in usernames here.').waitFor();
      await visitor.looksAtHostedPage('no-digits');
      await visitor.page.goto(`${server.endpoint}/demo-app`);
      await visitor.walks({ identifier: 'PILOT', password: 'High-tide-71-sail' }, at(server.endpoint, '/demo-app'));
      await visitor.page.getByText('You are signed in.').waitFor();
    } finally {
      await visitor.leaves();
    }
    await page.bringToFront();
  });

  it('lets the saved sign-in be tried in the demo application', async () => {
    const { page } = keeper;
    await server.management.user({ username: 'mira', name: 'Mira Levi', password: 'High-tide-71-sail' });
    await go('branding');
    const href = await keeper.link('Try sign-in').getAttribute('href');
    assert.equal(href, `${server.endpoint}/demo-app`);
    const visitor = await Person.arrives(browser, 'console-sign-in-experience-demo');
    try {
      await visitor.page.goto(href);
      await visitor.page.waitForURL(/\/sign-in/);
      await visitor.walks({ identifier: 'mira', password: 'High-tide-71-sail' }, at(server.endpoint, '/demo-app'));
      await visitor.page.getByText('You are signed in.').waitFor();
      await visitor.page.getByRole('definition').filter({ hasText: 'Mira Levi' }).waitFor();
      assert.equal(new URL(visitor.page.url()).search, '', 'the code is out of the address');
      await visitor.looksAtHostedPage('demo');
      await visitor.page.getByRole('link', { name: 'Sign out and try again' }).click();
      await visitor.page.waitForURL(/\/sign-in/);
      await visitor.page.goto(`${href}?error=access_denied&error_description=Nobody+is+let+in`);
      await visitor.page.getByText('Nobody is let in').waitFor();
      await visitor.looksAtHostedPage('demo-failed');
      await page.bringToFront();
    } finally {
      await visitor.leaves();
    }
  });

  it('fits a phone and speaks the five languages', async () => {
    const { page } = keeper;
    await page.setViewportSize({ width: 390, height: 844 });
    await go('sign-up-and-sign-in');
    await page.getByLabel('Sign-up identifier').waitFor();
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1), false, 'wider than a phone');
    await keeper.looks('phone');
    for (const [language, title] of [
      ['zh-CN', '登录体验'],
      ['pt-BR', 'Experiência de login'],
      ['fr', 'Expérience de connexion'],
      ['es', 'Experiencia de inicio de sesión'],
    ]) {
      await page.evaluate((tag) => localStorage.setItem('gatehouse-language', tag), language);
      await page.reload();
      await page.getByRole('heading', { name: title, level: 1 }).waitFor();
      await keeper.picture(`phone-${language}`);
    }
  });
});

/** Waits until a reading has the value; frames are replaced while it looks. */
async function assertSoon(read, wanted) {
  const end = Date.now() + 15_000;
  let last;
  while (Date.now() < end) {
    last = await read().catch((cause) => cause.message);
    if (last === wanted) return;
    await new Promise((wake) => setTimeout(wake, 100));
  }
  assert.equal(last, wanted);
}
