// Every page of the Console by its own address: readable for axe in light and dark, whole on a phone, in the reader's words; by keyboard too.
import assert from 'node:assert/strict';
import { after, before, beforeEach, describe, it } from 'node:test';
import { Administrator } from '../../harness/administrator.mjs';
import { launch } from '../../harness/browser.mjs';
import { furnish } from '../../harness/furnished.mjs';
import { startGatehouse } from '../../harness/server.mjs';
import { wordsOf } from '../../harness/words.mjs';

const desktop = { width: 1440, height: 900 };
const phone = { width: 390, height: 844 };

describe('every page of the Console', () => {
  let server;
  let browser;
  let keeper;
  let page;
  let pages;

  before(async () => {
    server = await startGatehouse('console-pages');
    browser = await launch();
    keeper = await Administrator.first(browser, 'console-pages', server, { viewport: desktop });
    page = keeper.page;
    pages = await furnish(server.management);
  });
  beforeEach(async () => {
    await speak('en');
    await page.setViewportSize(desktop);
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const open = async (path) => {
    await page.goto(`${server.adminEndpoint}/console/default/${path}`);
    await page.locator('main h1, [role=dialog] h2').first().waitFor();
    await keeper.settles();
    await page.locator('.skel').first().waitFor({ state: 'detached' });
  };
  const speak = (language) => page.evaluate((tag) => localStorage.setItem('gatehouse-language', tag), language);
  const tooWide = () => page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
  const nameOf = (path) => path.replace(/\W+/g, '-');

  /** Looks at every page, and tells all that is wrong with any. */
  async function everyPage(look) {
    const wrong = [];
    for (const path of pages) {
      try {
        await open(path);
        await look(path);
      } catch (cause) {
        wrong.push(`${path}: ${cause.message}`);
      }
    }
    assert.deepEqual(wrong, []);
  }

  it('can be read by everybody, in light and in dark', () =>
    everyPage(async (path) => {
      await keeper.looks(nameOf(path));
      assert.equal(await tooWide(), 0, 'scrolls sideways');
    }));

  for (const language of process.env.E2E_LONG ? ['en', 'zh-CN', 'pt-BR', 'fr', 'es'] : ['zh-CN', 'fr']) {
    it(`fits a phone and has all its words in ${language}`, async () => {
      await page.setViewportSize(phone);
      await speak(language);
      await everyPage(async (path) => {
        await keeper.picture(`${language}-${nameOf(path)}`);
        assert.equal(await tooWide(), 0, 'scrolls sideways');
        assert.equal(await page.locator('html').getAttribute('lang'), language);
        const unsaid = (await page.locator('body').innerText()).match(/\b[a-z-]+:[a-z]+\.[a-zA-Z.]+\b|{{\w+}}/g) ?? [];
        // An e-mail's template names what is filled in when it is sent.
        assert.deepEqual(unsaid.filter((each) => each !== '{{code}}'), []);
      });
    });
  }

  it('goes back the way it came, with what was searched for', async () => {
    await open('users');
    await page.getByRole('searchbox', { name: 'Search' }).or(page.getByRole('searchbox')).first().fill('mira');
    await page.waitForURL(/search=mira/);
    await page.getByRole('link', { name: 'Mira Levi' }).click();
    await page.getByRole('heading', { name: 'Mira Levi', level: 1 }).waitFor();
    await page.getByRole('navigation', { name: 'Mira Levi' }).getByRole('link', { name: 'Roles' }).click();
    await page.waitForURL(/\/users\/\w+\/roles$/);
    await page.goBack();
    await page.waitForURL(/\/users\/\w+$/);
    await page.goBack();
    await page.waitForURL(/\/users\?search=mira$/);
    assert.equal(await page.getByRole('searchbox').first().inputValue(), 'mira');
    await page.getByRole('link', { name: 'Mira Levi' }).waitFor();
    await page.goForward();
    await page.getByRole('heading', { name: 'Mira Levi', level: 1 }).waitFor();
  });

  it('leads from a page beyond the last one to the last', async () => {
    await open('roles?page=99');
    await page.getByRole('link', { name: 'Reader' }).waitFor();
    await page.waitForURL(/\/roles$/);
  });

  it('renews a token that the server takes no more, and asks again by itself', async () => {
    await open('dashboard');
    let asked = 0;
    const renewed = page.waitForRequest((request) => request.method() === 'POST' && request.url().endsWith('/oidc/token'));
    await page.route(`${server.endpoint}/api/roles?*`, (route) =>
      asked++ ? route.continue() : route.fulfill({ status: 401, headers: { 'access-control-allow-origin': server.adminEndpoint }, json: { code: 'auth.unauthorized', message: 'Unauthorized.' } }),
    );
    await keeper.link('Roles').click();
    await renewed;
    await page.getByRole('link', { name: 'Reader' }).waitFor();
    assert.equal(asked, 2);
    await page.unroute(`${server.endpoint}/api/roles?*`);
  });

  const focused = () => page.evaluate(() => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent?.trim());
  const inDialog = () => page.evaluate(() => document.activeElement?.closest('[role=dialog], [role=alertdialog]') !== null);

  it('keeps the focus in a dialog, round and round, and gives it back', async () => {
    await open('roles');
    const opener = page.getByRole('button', { name: 'Create role' }).first();
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('dialog', { name: 'Create role' });
    await dialog.waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('[role=dialog] input'));
    const order = [];
    for (let step = 0; step < 20; step++) {
      assert.ok(await inDialog(), `the focus left the dialog for ${await focused()}`);
      order.push(await page.evaluate(() => document.activeElement?.id || document.activeElement?.textContent || document.activeElement?.getAttribute('aria-label')));
      await page.keyboard.press('Tab');
    }
    assert.ok(new Set(order).size > 4 && new Set(order).size < 20, `a round of ${new Set(order).size}`);
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForURL(/\/roles$/);
  });

  it('asks before deleting with the focus on what is safe or has to be typed', async () => {
    await open(pages.find((path) => /^roles\/.*settings$/.test(path)));
    const opener = page.getByRole('button', { name: 'Delete…' });
    await opener.focus();
    await page.keyboard.press('Enter');
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('1 person has it.').waitFor();
    await page.waitForFunction(() => document.activeElement?.matches('[role=alertdialog] input'));
    await keeper.looks('delete-with-numbers');
    await page.keyboard.press('Escape');
    await dialog.waitFor({ state: 'detached' });
    await page.waitForFunction(() => document.activeElement?.textContent === 'Delete…');
  });

  it('finds pages, applications and people from the keyboard alone', async () => {
    const box = page.getByRole('combobox', { name: 'Find a page, person or ID' });
    const finds = async (text, name) => {
      await page.keyboard.press('Control+k');
      await box.waitFor();
      await page.waitForFunction(() => document.activeElement?.getAttribute('role') === 'combobox');
      await page.keyboard.type(text);
      await page.getByRole('option', { name }).first().waitFor();
    };
    await open('dashboard');
    await finds('mira', /Mira Levi/);
    await keeper.looks('palette');
    await page.keyboard.press('Tab');
    assert.ok(await inDialog(), 'the focus stays in the palette');
    await box.focus();
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Mira Levi', level: 1 }).waitFor();
    await page.waitForFunction(() => document.activeElement?.tagName === 'H1');

    await finds('Bookst', /Bookstore/);
    await page.keyboard.press('Escape');
    await box.waitFor({ state: 'detached' });
    await finds('audit', /Audit logs/);
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowUp');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Audit logs', level: 1 }).waitFor();
  });

  it('compares before it overwrites what somebody else has saved meanwhile', async () => {
    const { id } = (await server.management.get('/roles')).find(({ name }) => name === 'Reader');
    const t = wordsOf('en');
    await open(`roles/${id}/settings`);
    await page.getByLabel('Description', { exact: true }).fill('Reads every book');
    await server.management.patch(`/roles/${id}`, { description: 'Reads some books', name: 'Readers' });
    await keeper.button('Save changes').click();
    await page.getByText(t('clash.text')).waitFor();
    await keeper.button(t('clash.compare')).click();
    const dialog = page.getByRole('dialog', { name: t('clash.title') });
    const row = dialog.getByRole('row', { name: /^Description/ });
    await row.waitFor();
    assert.deepEqual(await row.getByRole('cell').allInnerTexts(), ['Reads every book', 'Reads some books']);
    assert.equal(await dialog.getByRole('row').count(), 2, 'the name, which only one has changed, is no matter of dispute');
    await keeper.looks('compare');
    await dialog.getByRole('button', { name: t('clash.keep') }).click();
    await page.getByText('Changes saved').waitFor();
    const after = await server.management.get(`/roles/${id}`);
    assert.deepEqual([after.name, after.description], ['Readers', 'Reads every book']);
  });
});
