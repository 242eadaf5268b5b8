// Captchas: a service is set up by clicks, and people meet it at the hosted pages, with nothing they typed lost when it fails.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Administrator } from '../../harness/administrator.mjs';
import { at, launch, Person } from '../../harness/browser.mjs';
import { startCaptcha } from '../../harness/captcha.mjs';
import { startLanding } from '../../harness/landing.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const password = 'High-tide-71-sail';

describe('Captchas', () => {
  let server;
  let browser;
  let captcha;
  let landing;
  let keeper;
  let page;
  let application;

  before(async () => {
    captcha = await startCaptcha();
    const env = { GATEHOUSE_TESTKIT_TURNSTILE: captcha.url, GATEHOUSE_TESTKIT_RECAPTCHA: captcha.url };
    server = await startGatehouse('captcha', { env });
    browser = await launch();
    landing = await startLanding();
    await server.management.byUsername();
    await server.management.user({ username: 'mira', password });
    application = await server.management.application({ name: 'Bookstore', type: 'Traditional', redirectUris: [landing.redirectUri] });
    keeper = await Administrator.first(browser, 'captcha', server, { viewport: { width: 1440, height: 900 } });
    page = keeper.page;
  });
  after(async () => {
    await landing?.stop();
    await browser?.close();
    await server?.stop();
    await captcha?.stop();
  });

  const dialog = () => page.getByRole('dialog');
  const asks = () => page.getByRole('switch', { name: 'Ask for a captcha' });
  const path = (person) => new URL(person.page.url()).pathname;

  async function visits(journey, options) {
    const person = await Person.arrives(browser, journey, options);
    await person.page.goto(landing.authorization(server.endpoint, application.id).href);
    await person.settles();
    return person;
  }

  async function fills(person) {
    await person.page.locator('input[name=identifier]').fill('mira');
    await person.page.locator('input[name=password]').fill(password);
  }

  const sends = (person) => person.page.locator('form[data-for-people] button.gh-button').click();

  async function isIn(person) {
    await person.page.waitForURL(at(landing.url));
    assert.ok(new URL(person.page.url()).searchParams.get('code'));
    await person.leaves();
  }

  it('need a service first', async () => {
    await page.goto(`${server.adminEndpoint}/console/default/sign-in-experience/security`);
    await page.getByText('No service is set up.').waitFor();
    assert.equal(await asks().count(), 0);
    await keeper.button('Set up a service').click();
    await dialog().getByRole('button', { name: 'Keep service' }).click();
    await dialog().getByText('Enter this first.').first().waitFor();
    await keeper.field('Site key').fill('site-key');
    await keeper.field('Secret key').fill('secret');
    await keeper.looks('service');
    await dialog().getByRole('button', { name: 'Keep service' }).click();
    await page.getByText('Cloudflare Turnstile').waitFor();
    await asks().check();
    await keeper.looks('security');
    await page.setViewportSize({ width: 390, height: 844 });
    await keeper.looks('security-phone');
    await page.setViewportSize({ width: 1440, height: 900 });
    await keeper.button('Review and save').click();
    await dialog().getByText('Ask for a captcha').waitFor();
    await dialog().getByRole('button', { name: 'Save changes' }).click();
    await keeper.button('Review and save').waitFor({ state: 'detached' });
    assert.deepEqual((await server.management.get('/sign-in-exp')).captchaPolicy, { enabled: true });
  });

  it('wait for people to solve them, and let the form go then', async () => {
    const person = await visits('captcha-sign-in', { viewport: { width: 360, height: 740 } });
    await fills(person);
    await sends(person);
    await person.page.getByText('Please complete the check above').waitFor();
    await person.looksAtHostedPage('waits');
    await person.page.frameLocator('.gh-captcha iframe').getByRole('checkbox').check();
    await isIn(person);
    assert.equal(captcha.checked.length, 1);
  });

  it('that fail lose nothing of what was typed', async () => {
    captcha.hands = 'program';
    const person = await visits('captcha-refused', { colorScheme: 'dark' });
    await fills(person);
    await person.page.frameLocator('.gh-captcha iframe').getByRole('checkbox').check();
    await sends(person);
    await person.page.getByText('The check did not let you through.').waitFor();
    await person.looksAtHostedPage('refused');
    assert.equal(await person.page.locator('input[name=password]').inputValue(), password);
    captcha.hands = 'person';
    await person.page.locator('.gh-captcha iframe').evaluate((frame) => { frame.src += '?again'; });
    await person.page.frameLocator('.gh-captcha iframe').getByRole('checkbox').check();
    await sends(person);
    await isIn(person);
  });

  it('say what is missing where the service or scripting is', async () => {
    captcha.down = true;
    const offline = await visits('captcha-unreachable', {});
    await offline.page.getByText('cannot be reached').waitFor();
    await offline.looksAtHostedPage('unreachable');
    captcha.down = false;
    const without = await visits('captcha-no-script', { javaScriptEnabled: false });
    assert.match(await without.page.content(), /<noscript>[^]*Signing in here needs JavaScript/);
    await fills(without);
    await sends(without);
    await without.page.getByText('Please show that you are human.').waitFor();
    await without.looksAtHostedPage('no-script');
    assert.equal(await without.page.locator('input[name=identifier]').inputValue(), 'mira');
    assert.equal(path(without), '/sign-in');
  });

  it('by Google are not even seen, and are gone with the service', async () => {
    await keeper.button('Change service').click();
    await keeper.field('Service').selectOption('reCAPTCHA Enterprise');
    await keeper.field('Project ID').fill('project');
    await keeper.field('API key').fill('secret');
    await keeper.looks('service-google');
    await dialog().getByRole('button', { name: 'Keep service' }).click();
    await dialog().waitFor({ state: 'detached' });
    const person = await visits('captcha-invisible', {});
    await fills(person);
    await sends(person);
    await isIn(person);
    await keeper.button('Remove service').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Remove service' }).click();
    await page.getByText('No service is set up.').waitFor();
    const { captchaPolicy } = await server.management.get('/sign-in-exp');
    assert.deepEqual(captchaPolicy, { enabled: false });
  });
});
