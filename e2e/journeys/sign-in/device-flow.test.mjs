// A device without a keyboard, connected by somebody at another screen, with scripts and without.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { launch, Person } from '../../harness/browser.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const password = 'Maree-haute-71-voile';
const grant = 'urn:ietf:params:oauth:grant-type:device_code';

describe('The device flow', () => {
  let server;
  let browser;
  let television;

  before(async () => {
    server = await startGatehouse('device-flow');
    browser = await launch();
    await server.management.byUsername();
    television = await server.management.post('/applications', {
      name: 'Téléviseur',
      type: 'Native',
      customClientMetadata: { isDeviceFlow: true },
    });
    for (const username of ['colette', 'mateo', 'joana']) {
      await server.management.user({ username: `${username}_${television.id.slice(0, 6)}`, password });
    }
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const named = (username) => `${username}_${television.id.slice(0, 6)}`;
  const arrived = (url) => url.pathname === '/device/success';

  async function device(path, form) {
    const answer = await fetch(`${server.endpoint}/oidc${path}`, {
      method: 'POST',
      body: new URLSearchParams({ client_id: television.id, ...form }),
    });
    return answer.json();
  }
  const begins = () => device('/device/auth', { scope: 'openid offline_access profile' });
  const polls = ({ device_code }) => device('/token', { grant_type: grant, device_code });

  it('shows a code that somebody types, compares and signs in for', async () => {
    const codes = await begins();
    assert.equal((await polls(codes)).error, 'authorization_pending');
    const person = await Person.arrives(browser, 'device-flow', { locale: 'fr' });
    await person.page.goto(codes.verification_uri);
    await person.looksAtHostedPage('type', { language: 'fr' });
    await person.answers({ user_code: 'BBBB-BBBB' });
    assert.ok(await person.complaint(), 'a code that no device shows is refused');
    await person.looksAtHostedPage('wrong', { language: 'fr' });
    await person.answers({ user_code: codes.user_code.toLowerCase().replace('-', ' ') });
    await person.looksAtHostedPage('compare', { language: 'fr' });
    assert.match(await person.page.locator('main').innerText(), new RegExp(`Téléviseur[^]*${codes.user_code}`));
    await person.page.locator('button[name=confirm]').click();
    await person.settles();
    await person.looksAtHostedPage('sign-in', { language: 'fr' });
    await person.walks({ identifier: named('colette'), password }, arrived);
    await person.looksAtHostedPage('connected', { language: 'fr' });
    await sleep(5_500);
    const tokens = await polls(codes);
    assert.ok(tokens.access_token && tokens.refresh_token && tokens.id_token, JSON.stringify(tokens));
    assert.equal((await polls(codes)).error, 'invalid_grant');
    await person.leaves();
  });

  it('works without scripts, from the complete address', async () => {
    const codes = await begins();
    const person = await Person.arrives(browser, 'device-flow-scriptless', { javaScriptEnabled: false, locale: 'es' });
    await person.page.goto(codes.verification_uri_complete);
    await person.looksAtHostedPage('compare', { language: 'es' });
    await person.page.locator('button[name=confirm]').click();
    await person.walks({ identifier: named('mateo'), password }, arrived);
    await person.picture('connected');
    assert.ok((await polls(codes)).access_token);
    await person.leaves();
  });

  it('tells the device that somebody cancelled', async () => {
    const codes = await begins();
    const person = await Person.arrives(browser, 'device-flow-cancelled', { locale: 'pt-BR' });
    await person.page.goto(codes.verification_uri_complete);
    await person.page.locator('button[name=abort]').click();
    await person.settles();
    await person.looksAtHostedPage('cancelled', { language: 'pt-BR' });
    assert.equal((await polls(codes)).error, 'access_denied');
    await person.leaves();
  });

  it('is played by the demo', async () => {
    const screen = await Person.arrives(browser, 'device-flow-demo', { locale: 'en' });
    await screen.page.goto(`${server.endpoint}/device-demo-app`);
    await screen.looksAtHostedPage('start', { language: 'en' });
    await screen.page.locator('#start').click();
    await screen.page.locator('#code').waitFor({ state: 'visible' });
    await screen.looksAtHostedPage('code', { language: 'en' });
    const person = await Person.arrives(browser, 'device-flow-demo-person', { locale: 'zh-CN' });
    await person.page.goto(await screen.page.locator('#link').getAttribute('href'));
    await person.looksAtHostedPage('compare', { language: 'zh-CN' });
    await person.page.locator('button[name=confirm]').click();
    await person.settles();
    await person.walks({ identifier: named('joana'), password }, arrived);
    await screen.page.locator('#connected').waitFor({ state: 'visible' });
    assert.match(await screen.page.locator('#connected').innerText(), /joana/);
    await screen.looksAtHostedPage('connected', { language: 'en' });
    await Promise.all([screen.leaves(), person.leaves()]);
  });
});
