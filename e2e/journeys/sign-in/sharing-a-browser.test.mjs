// What one browser may hold at once: two tenants on `localhost`, two tabs with two applications, and no script at all.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { at, launch, Person } from '../../harness/browser.mjs';
import { place, startFlask } from '../../harness/samples.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const password = 'High-tide-71-sail';

describe('One browser', () => {
  let server;
  let browser;

  before(async () => {
    server = await startGatehouse('sharing');
    browser = await launch();
    await server.management.byUsername();
    await server.management.user({ username: 'mira', password });
    await server.management.user({ username: 'noor', password });
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  async function flask(name, { management = server.management, endpoint = server.endpoint, storage = 'memory' } = {}) {
    const where = await place();
    const application = await management.application({
      name,
      type: 'Traditional',
      redirectUris: [`${where.url}/callback`],
      postLogoutRedirectUris: [`${where.url}/`],
    });
    return startFlask({ name: `flask-${name}`, endpoint, application, storage, place: where });
  }

  const isSignedIn = async (person, app) => {
    await person.page.goto(app.url);
    return (await person.page.locator('a[href="/sign-out"]').count()) === 1;
  };

  it('is signed in to two tenants at once', async () => {
    await server.adminManagement.signInExperience({ signInMode: 'SignIn' });
    await server.adminManagement.user({ username: 'keeper', password });
    const shop = await flask('shop');
    const office = await flask('office', { management: server.adminManagement, endpoint: server.adminEndpoint });
    const person = await Person.arrives(browser, 'two-tenants');
    try {
      await person.page.goto(`${shop.url}/sign-in`);
      await person.walks({ identifier: 'mira', password }, at(shop.url));
      await person.page.goto(`${office.url}/sign-in`);
      assert.equal(new URL(person.page.url()).origin, server.adminEndpoint, 'the other tenant asks for itself');
      await person.walks({ identifier: 'keeper', password }, at(office.url));
      // Both sessions live: neither tenant asks again.
      for (const app of [shop, office]) {
        await person.page.goto(`${app.url}/sign-in`);
        await person.settles();
        assert.equal(person.page.url(), `${app.url}/`);
      }
      // Signing out of one leaves the other.
      await person.page.goto(`${shop.url}/sign-out`);
      await person.page.waitForURL(`${shop.url}/`);
      await person.page.goto(`${office.url}/sign-in`);
      await person.settles();
      assert.equal(person.page.url(), `${office.url}/`);
    } finally {
      await person.picture('end').catch(() => {});
      await person.leaves();
      await shop.stop();
      await office.stop();
    }
  });

  it('two tabs sign in to two applications, each to its own', async () => {
    const [red, blue] = [await flask('red'), await flask('blue')];
    const person = await Person.arrives(browser, 'two-tabs');
    const other = new Person(person.context, await person.context.newPage(), 'two-tabs-other');
    try {
      await person.page.goto(`${red.url}/sign-in`);
      await other.page.goto(`${blue.url}/sign-in`);
      await person.walks({ identifier: 'mira', password }, at(red.url));
      await other.walks({ identifier: 'mira', password }, at(blue.url));
      assert.ok(await isSignedIn(person, red));
      assert.ok(await isSignedIn(other, blue));
    } finally {
      await person.picture('end').catch(() => {});
      await other.picture('end').catch(() => {});
      await person.leaves();
      await red.stop();
      await blue.stop();
    }
  });

  it('signs in, registers and signs out with scripting off, ending at another origin', async () => {
    const app = await flask('scriptless');
    const person = await Person.arrives(browser, 'scriptless', { javaScriptEnabled: false });
    try {
      await person.page.goto(`${app.url}/sign-up`);
      await person.looksAtHostedPage('register');
      await person.walks({ identifier: 'quiet', username: 'quiet', password, confirm: password }, at(app.url));
      assert.ok(await isSignedIn(person, app));

      await person.page.goto(`${app.url}/sign-out`);
      if (new URL(person.page.url()).origin !== app.url) {
        await person.looksAtHostedPage('sign-out');
        await person.page.locator('form button').first().click();
        await person.page.waitForURL(`${app.url}/`);
      }
      await person.page.goto(`${app.url}/sign-in`);
      await person.looksAtHostedPage('sign-in');
      await person.walks({ identifier: 'quiet', password }, at(app.url));
      assert.ok(await isSignedIn(person, app));
    } finally {
      await person.leaves();
      await app.stop();
    }
  });

  it('switches the language in the footer, and remembers it', async () => {
    const app = await flask('languages');
    const person = await Person.arrives(browser, 'languages', { locale: 'en' });
    try {
      for (const language of ['fr', 'es', 'pt-BR', 'zh-CN', 'en']) {
        await person.page.goto(`${app.url}/sign-in`);
        const choice = person.page.locator(`footer, nav, .gh-footer`).locator(`[value="${language}"]`).first();
        const tag = await choice.evaluate((e) => e.tagName);
        if (tag === 'OPTION') {
          const select = person.page.locator('select:has(option[value="' + language + '"])').first();
          await select.selectOption(language);
          if ((await person.page.locator('html').getAttribute('lang')) !== language) {
            await person.page.locator('form:has(select) button').first().click().catch(() => {});
          }
        } else await choice.click();
        await person.settles();
        await person.looksAtHostedPage(`chosen-${language}`, { language });
        await person.page.goto(`${app.url}/sign-in`);
        assert.equal(await person.page.locator('html').getAttribute('lang'), language, 'remembered');
      }
    } finally {
      await person.leaves();
      await app.stop();
    }
  });

  it('the sign-in page of a new visitor needs at most 30 kB in at most 4 requests', async () => {
    const app = await flask('weight');
    const person = await Person.arrives(browser, 'weight');
    const requests = [];
    try {
      person.page.on('requestfinished', async (request) => {
        if (new URL(request.url()).origin !== server.endpoint) return;
        requests.push(request);
      });
      await person.page.goto(`${app.url}/sign-in`, { waitUntil: 'networkidle' });
      const loads = await Promise.all(
        requests.map(async (request) => {
          const sizes = await request.sizes();
          const status = (await request.response()).status();
          return { url: request.url(), status, type: request.resourceType(), bytes: sizes.responseBodySize };
        }),
      );
      const page = loads.filter(({ status }) => status < 300);
      const bytes = page.reduce((sum, { bytes: some }) => sum + some, 0);
      const script = page.filter(({ type }) => type === 'script').reduce((sum, { bytes: some }) => sum + some, 0);
      const report = JSON.stringify(page);
      assert.ok(page.length <= 4, report);
      assert.ok(bytes <= 30_000, `${bytes} bytes: ${report}`);
      assert.ok(script <= 10_000, `${script} bytes of script: ${report}`);
    } finally {
      await person.leaves();
      await app.stop();
    }
  });
});
