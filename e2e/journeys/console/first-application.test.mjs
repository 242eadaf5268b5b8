// From the fresh database to "authenticated" in Flask, by clicks alone: welcome, the first administrator, Get started, the
// gallery, the guide whose addresses are saved by one click, the sample with the values of the guide.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { at, launch, Person } from '../../harness/browser.mjs';
import { place, startFlask } from '../../harness/samples.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const password = 'Mare-alta-71-vela';
const budget = 350 * 1024;
/** Milliseconds of a processor until Get started reacts; some 170 are needed. */
const work = 600;

describe('the Console, from the first visit to a sign-in', () => {
  let server;
  let browser;
  let person;

  before(async () => {
    server = await startGatehouse('console-first-application');
    browser = await launch();
    person = await Person.arrives(browser, 'console-first-application', { viewport: { width: 1440, height: 900 } });
  });
  after(async () => {
    await person?.leaves();
    await browser?.close();
    await server?.stop();
  });

  /** Looks at the page in light, in dark and on a phone, and refuses it when axe does. */
  async function looks(name) {
    for (const colorScheme of ['light', 'dark']) {
      await person.page.emulateMedia({ colorScheme });
      await person.page.waitForTimeout(150);
      await person.looksAtHostedPage(`${name}-${colorScheme}`);
    }
    await person.page.emulateMedia({ colorScheme: 'light' });
    await person.page.setViewportSize({ width: 390, height: 844 });
    await person.page.waitForTimeout(150);
    await person.looksAtHostedPage(`${name}-phone`);
    const wide = await person.page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth);
    assert.ok(!wide, `${name} scrolls sideways on a phone`);
    await person.page.setViewportSize({ width: 1440, height: 900 });
    await person.page.waitForTimeout(150);
  }

  it('the welcome page makes the first administrator, and works once', async () => {
    const { page } = person;
    await page.goto(server.adminEndpoint);
    await page.getByRole('heading', { name: 'Create the first administrator' }).waitFor();
    await looks('welcome');
    await page.getByRole('button', { name: 'Create the first administrator' }).click();
    await page.waitForURL(at(server.adminEndpoint, '/register'));
    await person.walks({ identifier: 'ines', password }, at(server.adminEndpoint, '/console/default/get-started'));
    await page.getByRole('heading', { name: 'Get started', level: 1 }).waitFor();
    const { signInMode } = await server.adminManagement.get('/sign-in-exp');
    assert.equal(signInMode, 'SignIn', 'the door is closed');
    await page.goto(`${server.adminEndpoint}/console/welcome`);
    await page.waitForURL('**/console/default/get-started');
  });

  it('Get started weighs at most 350 kB with an empty cache', async () => {
    const { page, context } = person;
    const protocol = await context.newCDPSession(page);
    await protocol.send('Network.enable');
    await protocol.send('Network.setCacheDisabled', { cacheDisabled: true });
    let bytes = 0;
    const refused = [];
    protocol.on('Network.loadingFinished', ({ encodedDataLength }) => (bytes += encodedDataLength));
    page.on('console', (message) => message.type() === 'error' && refused.push(message.text()));
    await page.goto(`${server.adminEndpoint}/console/default/get-started`);
    await page.getByText('1 of 6 done').waitFor();
    await person.settles();
    await protocol.detach();
    console.log(`Get started: ${(bytes / 1024).toFixed(1)} kB`);
    assert.ok(bytes <= budget, `${bytes} bytes`);
    assert.deepEqual(refused, [], 'nothing is refused by the policy');
    await looks('get-started');
  });

  it('Get started reacts with an empty cache after less work than a second leaves room for', async () => {
    const loads = [];
    for (let load = 0; load < 5; load++) loads.push(await firstReaction(person.context, `${server.adminEndpoint}/console/default/get-started`));
    const middle = (name) => loads.map((one) => one[name]).toSorted((a, b) => a - b)[2];
    const [reacts, cpu, blocked] = ['reacts', 'cpu', 'blocked'].map(middle);
    console.log(`Get started: its first button reacts after ${reacts} ms, ${cpu} ms of work, ${blocked} ms blocked (the middle of ${loads.length})`);
    // The clock depends on who else works on the machine; the time on the processor does not.
    assert.ok(cpu <= work, `${cpu} ms of work before the first button reacts`);
  });

  it('an application is created from the gallery and its guide carries its values', async () => {
    const { page } = person;
    await page.getByRole('link', { name: 'View all' }).click();
    await page.getByRole('dialog', { name: 'Create application' }).waitFor();
    await page.getByRole('checkbox', { name: 'Traditional web' }).check();
    assert.equal(await page.getByRole('radio', { name: 'React TypeScript' }).count(), 0, 'only that section remains');
    await page.getByRole('radio', { name: 'Flask Python' }).click();
    await looks('gallery');
    await page.getByLabel('Application name').fill('Librería 书店');
    await page.getByRole('button', { name: 'Create application' }).click();
    await page.getByRole('heading', { name: 'Librería 书店 with Flask' }).waitFor();
    await page.getByText('Congratulations').waitFor();
    await looks('guide');

    const where = await place();
    await page.getByRole('textbox', { name: 'Redirect URI', exact: true }).fill(`${where.url}/callback`);
    await page.getByRole('textbox', { name: 'Sign-out redirect URI' }).fill(`${where.url}/`);
    await page.getByRole('button', { name: 'Save', exact: true }).click();
    await page.getByText('Saved', { exact: true }).waitFor();

    const [application] = await server.management.get('/applications');
    assert.deepEqual(application.oidcClientMetadata.redirectUris, [`${where.url}/callback`]);
    assert.deepEqual(application.oidcClientMetadata.postLogoutRedirectUris, [`${where.url}/`]);
    const [{ value: secret }] = await server.management.get(`/applications/${application.id}/secrets`);
    const code = page.getByRole('region', { name: 'app.py' }).first();
    assert.ok(!(await code.innerText()).includes(secret), 'the secret is masked');
    await page.getByRole('button', { name: 'Show secret' }).click();
    const shown = await code.innerText();
    for (const value of [server.endpoint, application.id, secret]) assert.ok(shown.includes(value), `the code has ${value}`);

    const flask = await startFlask({ name: 'console-flask', endpoint: server.endpoint, application: { ...application, secret }, storage: 'session', place: where });
    const reader = await Person.arrives(browser, 'console-first-application-reader');
    try {
      await reader.page.goto(`${flask.url}/sign-up`);
      await reader.walks({ identifier: 'reader', password }, at(flask.url));
      assert.equal(await reader.page.locator('a[href="/sign-out"]').count(), 1, 'authenticated');
    } finally {
      await reader.leaves();
      await flask.stop();
    }
  });

  it('the details page edits, guards what is unsaved, adds a secret and deletes by name', async () => {
    const { page } = person;
    await page.getByRole('link', { name: 'Open application' }).click();
    await page.getByRole('heading', { name: 'Librería 书店', level: 1 }).waitFor();
    await page.getByRole('table', { name: 'App secrets' }).getByText('Default secret').waitFor();
    await looks('details');
    await page.getByLabel('Name', { exact: true }).fill('Librería');
    await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Get started' }).click();
    await page.getByRole('alertdialog', { name: 'Leave without saving?' }).getByRole('button', { name: 'Stay' }).click();
    await page.keyboard.press('Control+s');
    await page.getByRole('heading', { name: 'Librería', level: 1, exact: true }).waitFor();

    await page.getByRole('button', { name: 'Add secret' }).click();
    const dialog = page.getByRole('dialog', { name: 'Add secret' });
    await dialog.getByLabel('Name').fill('rotation');
    await dialog.getByLabel('Expires').selectOption('30');
    await dialog.getByRole('button', { name: 'Add secret' }).click();
    await page.getByRole('cell', { name: 'rotation', exact: true }).waitFor();

    await page.getByRole('navigation', { name: 'Librería' }).getByRole('link', { name: 'Logs' }).click();
    await page.getByRole('table', { name: 'Audit logs' }).getByText('ExchangeTokenBy.AuthorizationCode').first().waitFor();
    await looks('logs');

    await page.goto(`${server.adminEndpoint}/console/applications`);
    await page.waitForURL('**/console/default/applications');
    await page.getByRole('link', { name: 'Librería' }).waitFor();
    await looks('applications');
    await page.getByRole('link', { name: 'Librería' }).click();
    await page.getByLabel('ID token lives for (minutes)').fill('5');
    await page.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('Changes saved').waitFor();
    const [{ customClientMetadata }] = await server.management.get('/applications');
    assert.equal(customClientMetadata.idTokenTtl, 300);
    await page.getByRole('button', { name: 'Delete…' }).click();
    const question = page.getByRole('alertdialog');
    assert.ok(await question.getByRole('button', { name: 'Delete application' }).isDisabled());
    await question.getByRole('textbox').fill('Librería');
    await question.getByRole('button', { name: 'Delete application' }).click();
    await page.getByRole('heading', { name: 'No application yet' }).waitFor();
    await looks('applications-empty');
  });

  it('an application of others is given what it may ask people for', async () => {
    const { page } = person;
    const { id } = await server.management.post('/applications', { name: 'Galley', description: '', type: 'Traditional', isThirdParty: true });
    await page.goto(`${server.adminEndpoint}/console/default/applications/${id}`);
    await page.getByRole('link', { name: 'Permissions' }).click();
    const email = page.getByRole('checkbox', { name: 'email' });
    await email.click();
    await page.waitForFunction(() => document.querySelectorAll('main input:checked').length === 1);
    assert.deepEqual((await server.management.get(`/applications/${id}/user-consent-scopes`)).userScopes, ['email']);
    await looks('permissions');
    await email.click();
    await page.waitForFunction(() => document.querySelectorAll('main input:checked').length === 0);
    assert.deepEqual((await server.management.get(`/applications/${id}/user-consent-scopes`)).userScopes, []);
  });

  it('speaks Chinese', async () => {
    const reader = await Person.arrives(browser, 'console-first-application-zh', { locale: 'zh-CN', viewport: { width: 1440, height: 900 } });
    try {
      const { page } = reader;
      await page.goto(`${server.adminEndpoint}/console/default/get-started`);
      await page.waitForURL('**/sign-in*');
      await reader.walks({ identifier: 'ines', password }, at(server.adminEndpoint, '/console/default/get-started'));
      await page.getByRole('heading', { name: '开始使用' }).waitFor();
      await reader.settles();
      await reader.looksAtHostedPage('get-started', { language: 'zh-CN' });
      await page.getByRole('link', { name: '查看全部' }).click();
      await page.getByRole('radio', { name: 'React TypeScript' }).click();
      await reader.looksAtHostedPage('gallery', { language: 'zh-CN' });
      await page.getByLabel('应用名称').fill('书店');
      await page.getByRole('button', { name: '创建应用' }).click();
      await page.getByRole('heading', { level: 1, name: '书店' }).waitFor();
      await reader.settles();
      await reader.looksAtHostedPage('guide', { language: 'zh-CN' });
    } finally {
      await reader.leaves();
    }
  });
});

/**
 * Opens a page with an empty cache in a tab of its own. In milliseconds from the navigation: until its first button reacts, and
 * until then what the main thread has worked and how long it was blocked, which is what its tasks last beyond 50 ms.
 */
async function firstReaction(context, url) {
  const page = await context.newPage();
  const protocol = await context.newCDPSession(page);
  await protocol.send('Network.enable');
  await protocol.send('Network.setCacheDisabled', { cacheDisabled: true });
  await protocol.send('Performance.enable', { timeDomain: 'threadTicks' });
  await page.addInitScript(() => {
    window.tasks = [];
    new PerformanceObserver((list) => window.tasks.push(...list.getEntries())).observe({ type: 'longtask', buffered: true });
    const press = () => {
      const first = document.querySelector('.hero-head a');
      // Whoever takes the click over keeps the browser from following the link.
      const reacts = first && !first.dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true }));
      if (reacts) window.reactsAfter = performance.now();
      else requestAnimationFrame(press);
    };
    requestAnimationFrame(press);
  });
  try {
    await page.goto(url, { waitUntil: 'commit' });
    await page.waitForFunction(() => window.reactsAfter);
    const { metrics } = await protocol.send('Performance.getMetrics');
    const [reacts, blocked] = await page.evaluate(() => [
      window.reactsAfter,
      window.tasks.filter(({ startTime }) => startTime < window.reactsAfter).reduce((sum, { duration }) => sum + duration - 50, 0),
    ]);
    const cpu = metrics.find(({ name }) => name === 'TaskDuration').value * 1000;
    return { reacts: Math.round(reacts), cpu: Math.round(cpu), blocked: Math.round(blocked) };
  } finally {
    await page.close();
  }
}
