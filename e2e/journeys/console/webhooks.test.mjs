// Webhooks by clicks: somebody is told of what happens, tried out, refuses, and is told again.
import assert from 'node:assert/strict';
import { createHmac } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:http';
import { after, before, describe, it } from 'node:test';
import { Administrator } from '../../harness/administrator.mjs';
import { launch } from '../../harness/browser.mjs';
import { startGatehouse } from '../../harness/server.mjs';

/** Takes what it is told, or answers 503 while it is down. */
async function startReceiver() {
  const told = [];
  const receiver = { told, down: false };
  const server = createServer((request, response) => {
    const chunks = [];
    request.on('data', (chunk) => chunks.push(chunk));
    request.on('end', () => {
      const body = Buffer.concat(chunks);
      told.push({ headers: request.headers, body, json: JSON.parse(body), answered: receiver.down ? 503 : 200 });
      response.writeHead(receiver.down ? 503 : 200, { 'content-type': 'text/plain' }).end(receiver.down ? 'closed for the night' : 'thanks');
    });
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return Object.assign(receiver, { url: `http://127.0.0.1:${server.address().port}/hook`, stop: () => new Promise((done) => server.close(done)) });
}

describe('webhooks in the Console', () => {
  let server;
  let browser;
  let keeper;
  let page;
  let receiver;

  before(async () => {
    receiver = await startReceiver();
    server = await startGatehouse('console-webhooks');
    browser = await launch();
    keeper = await Administrator.first(browser, 'console-webhooks', server, { viewport: { width: 1440, height: 900 } });
    page = keeper.page;
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
    await receiver?.stop();
  });

  const open = async (path) => {
    await page.goto(`${server.adminEndpoint}/console/default/${path}`);
    await page.locator('main h1, [role=dialog] h2').first().waitFor();
    await keeper.settles();
  };
  const saved = async () => {
    await keeper.button('Save changes').click();
    await keeper.button('Save changes').waitFor({ state: 'detached' });
  };
  const hook = async () => (await server.management.get('/hooks'))[0];
  const isSigned = ({ headers, body }, key) => headers['logto-signature-sha-256'] === createHmac('sha256', key).update(body).digest('hex');

  it('adds somebody who is told, and says what is missing', async () => {
    await open('webhooks');
    await page.getByRole('heading', { name: 'Nobody is told yet' }).waitFor();
    await keeper.looks('webhooks-empty');
    await keeper.button('Create webhook').click();
    const dialog = page.getByRole('dialog');
    await keeper.field('Address').fill('ledger.example');
    await dialog.getByRole('button', { name: 'Create webhook' }).click();
    for (const said of ['Enter a name.', 'An address begins with https:// or http://.', 'Choose at least one event.']) await dialog.getByText(said).waitFor();
    await keeper.field('Name').fill('Ledger');
    await keeper.field('Address').fill(receiver.url);
    await dialog.getByRole('checkbox', { name: 'Role.Created', exact: true }).check();
    await keeper.looks('webhook-create');
    await dialog.getByRole('button', { name: 'Create webhook' }).click();
    await page.getByRole('heading', { name: 'Ledger', level: 1 }).waitFor();
    const made = await hook();
    assert.deepEqual([made.name, made.config.url, made.events, made.enabled], ['Ledger', receiver.url, ['Role.Created'], true]);
  });

  it('sends examples as the page stands, and says what the receiver answers', async () => {
    await keeper.field('Headers optional').fill('no header');
    await page.getByText('Each line is Name: value').waitFor();
    assert.ok(await keeper.button('Send an example').isDisabled());
    await keeper.field('Headers optional').fill('X-Shop: books');
    await keeper.button('Send an example').click();
    await page.getByText('The receiver took everything.').waitFor();
    const [example] = receiver.told;
    assert.equal(example.json.event, 'Role.Created');
    assert.equal(example.headers['x-shop'], 'books', 'what is not saved yet is tried too');
    assert.ok(isSigned(example, (await hook()).signingKey));
    receiver.down = true;
    await keeper.button('Send an example').click();
    await page.getByText('The receiver answered 503.').waitFor();
    await page.getByText('closed for the night').waitFor();
    await keeper.looks('webhook-refused');
    receiver.down = false;
    await keeper.field('Address').fill('http://127.0.0.1:9/hook');
    await keeper.button('Send an example').click();
    await page.getByText('The receiver cannot be reached.').waitFor();
    await keeper.field('Address').fill(receiver.url);
    await saved();
    assert.deepEqual((await hook()).config.headers, { 'X-Shop': 'books' });
  });

  it('shows the key for a while, and makes another', async () => {
    const { signingKey } = await hook();
    assert.equal(await page.getByText(signingKey).count(), 0, 'masked');
    await keeper.button('Show Key').click();
    await page.getByText(signingKey).waitFor();
    await keeper.button('Replace the key…').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Replace' }).click();
    await page.getByText('The key is replaced').waitFor();
    const { signingKey: next } = await hook();
    assert.notEqual(next, signingKey);
    assert.equal(await page.getByText(next).count(), 0, 'the new one is masked again');
    receiver.told.length = 0;
    await keeper.button('Send an example').click();
    await page.getByText('The receiver took everything.').waitFor();
    assert.ok(isSigned(receiver.told[0], next));
  });

  it('shows what became of each delivery, and sends one again', async () => {
    receiver.told.length = 0;
    await server.management.post('/roles', { name: 'Mate', description: 'First', type: 'User' });
    await page.getByRole('link', { name: 'Deliveries' }).click();
    const refresh = async (name) => {
      for (let turn = 0; turn < 40 && !(await page.getByRole('row', { name }).count()); turn++) {
        await keeper.button('Reload').click();
        await page.waitForTimeout(250);
      }
      await page.getByRole('row', { name }).first().waitFor();
    };
    await refresh(/Role\.Created Delivered 200 1/);
    receiver.down = true;
    await server.management.post('/roles', { name: 'Bosun', description: 'Second', type: 'User' });
    await refresh(/Role\.Created Waiting Next attempt .* 503 1/);
    await page.getByRole('row', { name: /Waiting/ }).getByRole('button').click();
    await page.getByText('The receiver answered 503.').waitFor();
    await page.locator('pre').getByText('"Bosun"').waitFor();
    await keeper.looks('webhook-deliveries');
    receiver.down = false;
    await keeper.button('Send again').click();
    await page.getByText('It is sent again').waitFor();
    await refresh(/Role\.Created Delivered 200 \d/);
    for (let turn = 0; turn < 40 && (await page.getByRole('row', { name: /Waiting/ }).count()); turn++) await page.waitForTimeout(250);
    const told = receiver.told.filter(({ json }) => json.data?.name === 'Bosun');
    assert.deepEqual([told[0].answered, told.at(-1).answered], [503, 200]);
    assert.equal(new Set(told.map(({ headers }) => headers['gatehouse-delivery-id'])).size, 1, 'a delivery keeps its ID');
    await page.getByRole('button', { name: 'Given up', exact: true }).click();
    await page.getByText('There are none in this state.').waitFor();
    await page.goBack();
    await page.getByRole('row', { name: /Role\.Created/ }).first().waitFor();
  });

  it('counts what arrived, is switched off, and ends', async () => {
    await open('webhooks');
    await page.getByRole('row', { name: /Ledger .*1 event .* of \d+ arrived On/ }).waitFor();
    await keeper.looks('webhooks');
    await page.setViewportSize({ width: 390, height: 844 });
    await keeper.picture('webhooks-phone');
    await keeper.link('Ledger').click();
    await page.getByRole('heading', { name: 'Ledger', level: 1 }).waitFor();
    await keeper.settles();
    await keeper.picture('webhook-phone');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, 'scrolls sideways');
    await page.getByRole('link', { name: 'Deliveries' }).click();
    await page.getByRole('row', { name: /Role\.Created/ }).first().waitFor();
    await keeper.looks('deliveries-phone');
    assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, 'scrolls sideways');
    await page.setViewportSize({ width: 1440, height: 900 });
    await page.getByRole('link', { name: 'Settings', exact: true }).click();
    await page.getByRole('switch', { name: 'Switched on' }).uncheck();
    await page.getByRole('checkbox', { name: 'User.Created', exact: true }).check();
    await saved();
    const { enabled, events, config } = await hook();
    assert.deepEqual([enabled, events, config.url], [false, ['Role.Created', 'User.Created'], receiver.url]);
    await keeper.button('Delete…').click();
    await page.getByRole('alertdialog').getByRole('textbox').fill('Ledger');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByRole('heading', { name: 'Nobody is told yet' }).waitFor();
    assert.deepEqual(await server.management.get('/hooks'), []);
  });
});
