// Domains by clicks: one is added, waits for its proof, is found, serves sign-in and is deleted.
import assert from 'node:assert/strict';
import { once } from 'node:events';
import { get } from 'node:http';
import { json, text } from 'node:stream/consumers';
import { after, before, describe, it } from 'node:test';
import { Administrator } from '../../harness/administrator.mjs';
import { launch } from '../../harness/browser.mjs';
import { startGatehouse } from '../../harness/server.mjs';

describe('domains in the Console', () => {
  let server;
  let browser;
  let keeper;
  let page;

  before(async () => {
    server = await startGatehouse('console-domains');
    browser = await launch();
    keeper = await Administrator.first(browser, 'console-domains', server, { viewport: { width: 1440, height: 900 }, permissions: ['clipboard-read', 'clipboard-write'] });
    page = keeper.page;
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const open = async (path) => {
    await page.goto(`${server.adminEndpoint}/console/default/${path}`);
    await page.locator('main h1, [role=dialog] h2').first().waitFor();
    await keeper.settles();
  };
  const dialog = () => page.getByRole('dialog');
  const add = async (name) => {
    await keeper.button('Add domain').click();
    await keeper.field('Domain').fill(name);
    await dialog().getByRole('button', { name: 'Add domain' }).click();
    await page.getByRole('heading', { name, level: 1 }).waitFor();
  };

  it('adds one, and says what to enter', async () => {
    await open('tenant-settings');
    await page.getByRole('link', { name: 'Domains' }).click();
    await page.getByText('No domain yet.').waitFor();
    await keeper.looks('domains-none');
    await keeper.button('Add domain').click();
    await keeper.field('Domain').fill('https://login.harbour.example');
    await dialog().getByRole('button', { name: 'Add domain' }).click();
    await dialog().getByText('Enter a host name').waitFor();
    await keeper.looks('domain-add');
    await keeper.field('Domain').fill('Login.Harbour.example');
    await dialog().getByRole('button', { name: 'Add domain' }).click();
    await page.getByRole('heading', { name: 'login.harbour.example', level: 1 }).waitFor();
    const [{ dnsRecords }] = await server.management.get('/domains');
    for (const { type, name, value } of dnsRecords) {
      await page.getByRole('row', { name: new RegExp(`${type}.*${name.replaceAll('.', '\\.')}`) }).waitFor();
      await keeper.button(`Copy Value ${type}`).click();
      assert.equal(await page.evaluate(() => navigator.clipboard.readText()), value);
    }
    await page.getByText('http://login.harbour.example/.well-known/gatehouse-domain.txt').waitFor();
    await keeper.button('Check again').click();
    await page.getByText('No proof found yet.').waitFor();
    await keeper.looks('domain-waits');
  });

  it('refuses what is there already, where it was typed', async () => {
    await open('tenant-settings/domains/create');
    await keeper.field('Domain').fill('login.harbour.example');
    await dialog().getByRole('button', { name: 'Add domain' }).click();
    await dialog().getByRole('alert').getByText('login.harbour.example has been added already.').waitFor();
    await dialog().getByRole('button', { name: 'Cancel' }).click();
    await page.getByRole('row', { name: /login\.harbour\.example Waits for its proof/ }).waitFor();
  });

  it('finds the proof of one, which then serves', async () => {
    await add('login.proved.test');
    const [, { id }] = await server.management.get('/domains');
    // The server looks for a proof every twenty seconds at most, and once a minute by itself.
    await page.waitForTimeout(20_500);
    await keeper.button('Check again').click();
    await page.getByText('login.proved.test is in use').waitFor();
    assert.equal((await server.management.get(`/domains/${id}`)).status, 'Active');
    const { port } = new URL(server.endpoint);
    await page.getByText(`http://login.proved.test:${port}/oidc`, { exact: true }).waitFor();
    await keeper.button('Add file').click();
    await keeper.field('Path').fill('/proof');
    await dialog().getByRole('button', { name: 'Add file' }).click();
    await dialog().getByText('Enter a file such as').waitFor();
    await keeper.field('Path').fill('/.well-known/shop.txt');
    await keeper.field('Content').fill('ours');
    await keeper.looks('domain-file');
    await dialog().getByRole('button', { name: 'Add file' }).click();
    await page.getByRole('row', { name: /shop\.txt/ }).waitFor();
    await keeper.looks('domain-in-use');
    // What the proxy in front of the server would pass on.
    const [answer] = await once(get({ port, path: '/oidc/.well-known/openid-configuration', headers: { host: `login.proved.test:${port}` } }), 'response');
    assert.equal((await json(answer)).issuer, `http://login.proved.test:${port}/oidc`);
    const [file] = await once(get({ port, path: '/.well-known/shop.txt', headers: { host: `login.proved.test:${port}` } }), 'response');
    assert.equal(await text(file), 'ours');
  });

  it('is deleted by its name, also on a phone', async () => {
    await page.setViewportSize({ width: 390, height: 844 });
    const [waits] = await server.management.get('/domains');
    for (const path of ['', `/${waits.id}`]) {
      await open(`tenant-settings/domains${path}`);
      await keeper.picture(`domains-phone${path && '-one'}`);
      assert.equal(await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth), 0, `${path} scrolls sideways`);
    }
    await keeper.button('Delete…').click();
    await page.getByRole('alertdialog').getByRole('textbox').fill('login.harbour.example');
    await page.getByRole('alertdialog').getByRole('button', { name: 'Delete' }).click();
    await page.getByText('login.harbour.example is deleted').waitFor();
    assert.deepEqual((await server.management.get('/domains')).map(({ domain }) => domain), ['login.proved.test']);
  });
});
