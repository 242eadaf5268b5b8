// Connectors by clicks: Hugging Face and a provider of one's own are added, put on the sign-in page, and used.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { Administrator } from '../../harness/administrator.mjs';
import { launch, Person } from '../../harness/browser.mjs';
import { startMailbox } from '../../harness/mailbox.mjs';
import { freePort } from '../../harness/process.mjs';
import { client, startProvider } from '../../harness/provider.mjs';
import { place, startFlask } from '../../harness/samples.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const secret = 'secret-of-the-stand-in-0123456789-0123456789';

describe('connectors in the Console', () => {
  let server;
  let browser;
  let keeper;
  let port;
  let app;
  const stops = [];

  before(async () => {
    port = await freePort();
    server = await startGatehouse('console-connectors', { env: { GATEHOUSE_TESTKIT_HUGGINGFACE: `http://127.0.0.1:${port}` } });
    browser = await launch();
    keeper = await Administrator.first(browser, 'console-connectors', server);
    const where = await place();
    const application = await server.management.application({
      name: 'Bookstore',
      type: 'Traditional',
      redirectUris: [`${where.url}/callback`],
      postLogoutRedirectUris: [`${where.url}/`],
    });
    app = await startFlask({ name: 'flask-console', endpoint: server.endpoint, application, storage: 'session', place: where });
  });
  after(async () => {
    for (const stop of stops) await stop();
    await app?.stop();
    await browser?.close();
    await server?.stop();
  });

  const id = () => new URL(keeper.page.url()).searchParams.get('id');

  it('adds Hugging Face, whose callback URIs are known before it is saved', async () => {
    const { page } = keeper;
    await keeper.link('Connectors').click();
    await page.getByRole('heading', { name: 'No provider yet' }).waitFor();
    await keeper.looks('empty');
    await keeper.link('Add social connector').click();
    await page.getByText('Any other provider').waitFor();
    await keeper.looks('gallery');
    await keeper.link(/^Hugging Face/).click();
    await page.waitForURL(/[?]id=/);
    await page.getByText(`${server.endpoint}/callback/${id()}`).waitFor();
    await page.getByText(`${server.endpoint}/account/callback/social/${id()}`).waitFor();
    await page.getByText('App secret').first().waitFor();
    await keeper.looks('hugging-face-new');

    await keeper.button('Save and done').click();
    await page.getByText('This is needed.').first().waitFor();
    assert.equal(await page.evaluate(() => document.activeElement?.getAttribute('name')), 'clientId', 'the first wrong field has the focus');

    const connector = id();
    await keeper.field('Client ID').fill('gatehouse');
    await keeper.field('Client Secret').fill(secret);
    await page.locator('[name=scope]').fill('profile email');
    await keeper.button('Save and done').click();
    await page.waitForURL(new RegExp(`/connectors/social/${connector}$`));
    await page.getByText('Not in use').waitFor();
    await keeper.looks('hugging-face');
    const saved = await server.management.get(`/connectors/${connector}`);
    assert.deepEqual(saved.config, { clientId: 'gatehouse', clientSecret: secret, scope: 'profile email' });

    const provider = await startProvider({
      port,
      openidNotNeeded: true,
      clients: [client('gatehouse', secret, `${server.endpoint}/callback/${connector}`, 'client_secret_basic')],
      accounts: { ada: { name: 'Ada', email: 'ada@reading.example' } },
    });
    stops.push(() => provider.stop());
  });

  it('keeps changes only after Save changes, and asks before they are lost', async () => {
    const { page } = keeper;
    await page.locator('[name=scope]').fill('profile');
    await page.getByText('1 unsaved change').waitFor();
    await keeper.link('Social connectors').click();
    await page.getByRole('alertdialog').getByRole('button', { name: 'Stay' }).click();
    await keeper.button('Save changes').click();
    await page.getByText('Changes saved').waitFor();
    assert.equal((await server.management.get('/connectors?target=huggingface'))[0].config.scope, 'profile');
  });

  it('adds two providers of one’s own, each with its name and target', async () => {
    const { page } = keeper;
    const provider = await startProvider({ accounts: { grace: { name: 'Grace' } }, clients: [] });
    stops.push(() => provider.stop());
    for (const name of ['Harbour ID', 'Lighthouse']) {
      await page.goto(`${server.adminEndpoint}/console/default/connectors/social/create`);
      await keeper.link(/^OAuth/).click();
      await keeper.field('Name of the connector').fill(name);
      assert.equal(await keeper.field('IdP name').inputValue(), name.toLowerCase().replace(' ', '-'), 'the target follows the name');
      await keeper.field('Authorization Endpoint').fill(`${provider.origin}/oauth/authorize`);
      await keeper.field('Token Endpoint').fill(`${provider.origin}/oauth/token`);
      await keeper.field('User Info Endpoint').fill(`${provider.origin}/oauth/userinfo`);
      await keeper.field('Client ID').fill('gatehouse');
      await keeper.field('Client Secret').fill(secret);
      await page.locator('[name=tokenEndpointResponseType]').selectOption('json');
      await page.locator('[name=scope]').fill('openid profile');
      assert.equal(await page.locator('[name=clientSecretJwtSigningAlgorithm]').count(), 0);
      await page.locator('[name=profileMap]').fill('{"id": "sub"');
      await page.locator('[name=customConfig]').focus();
      await page.getByText('This is not valid JSON.').waitFor();
      await page.locator('[name=profileMap]').fill('{"id": "sub"}');
      if (name === 'Harbour ID') await keeper.looks('oauth2-new');
      await keeper.button('Save and done').click();
      await page.getByRole('heading', { name, level: 1 }).waitFor();
    }
    await page.goto(`${server.adminEndpoint}/console/default/connectors/social`);
    await keeper.link('Lighthouse').waitFor();
    await keeper.looks('list');
    assert.equal((await server.management.get('/connectors?target=harbour-id')).length, 1);
  });

  it('puts Hugging Face on the sign-in page after showing the difference, and people sign in with it', async () => {
    const { page } = keeper;
    await keeper.link('Sign-in experience').click();
    await keeper.link('Sign-up and sign-in').click();
    await page.getByLabel('Sign-up identifier').selectOption({ label: 'Not applicable' });
    await keeper.button('Remove Username').click();
    await keeper.button('Add connector').click();
    await page.getByRole('menuitem', { name: 'Hugging Face' }).click();
    await keeper.button('Review and save').click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText('Hugging Face').waitFor();
    await keeper.looks('difference');
    await dialog.getByRole('button', { name: 'Save changes' }).click();
    await page.getByText('Changes saved').waitFor();

    const visitor = await Person.arrives(browser, 'console-connectors-visitor');
    await visitor.page.goto(`${app.url}/sign-in`);
    await visitor.looksAtHostedPage('sign-in');
    assert.equal(await visitor.page.locator('input[name=identifier]').count(), 0);
    await visitor.presses(/Hugging Face/);
    await visitor.presses(/ada/);
    await visitor.page.waitForURL(`${app.url}/`);
    await visitor.leaves();
    await page.goto(`${server.adminEndpoint}/console/default/connectors/social`);
    await page.getByText('In use', { exact: true }).waitFor();
  });

  it('sends a test message with what is typed, before anything is saved', async () => {
    const { page } = keeper;
    const mailbox = await startMailbox();
    stops.push(() => mailbox.stop());
    await page.goto(`${server.adminEndpoint}/console/default/connectors/passwordless`);
    await page.getByText('Nothing sends e-mail yet').waitFor();
    await keeper.looks('passwordless');
    await keeper.link('Set up e-mail').click();
    await keeper.link(/^SMTP\s/).click();
    await keeper.field('Host').fill('127.0.0.1');
    await keeper.field('Port').fill(String(mailbox.port));
    await page.locator('[name=auth]').fill('{"type": "login", "user": "mail", "pass": "mail"}');
    await keeper.field('From Email').fill('mail@reading.example');
    await page.getByLabel('Send to this e-mail address').fill('keeper@reading.example');
    await keeper.button('Send').click();
    await page.getByText('has been handed over').or(page.getByText('The message was not sent')).first().waitFor();
    await keeper.looks('smtp-test');
    assert.equal(await page.getByText('has been handed over').count(), 1);
    assert.equal((await server.management.get('/connectors')).filter(({ type }) => type === 'Email').length, 0);
  });

  it('writes an e-mail in the tenant’s own words, and says when they miss their purpose', async () => {
    const { page } = keeper;
    await page.goto(`${server.adminEndpoint}/console/default/connectors/email-templates`);
    await keeper.button('Add template').click();
    const dialog = page.getByRole('dialog', { name: 'Add template' });
    await dialog.getByLabel('Occasion').selectOption({ label: 'Forgotten password' });
    await dialog.getByLabel('Language').selectOption({ label: 'French' });
    await dialog.getByRole('button', { name: 'Add template' }).click();
    await dialog.getByText('Enter a subject.').waitFor();
    await dialog.getByLabel('Subject').fill('Votre code');
    await dialog.getByRole('button', { name: 'Add template' }).click();
    await page.getByRole('heading', { name: 'Forgotten password', level: 1 }).waitFor();
    await page.getByLabel('Content').fill('Bonjour !');
    await page.getByText('Without {{code}} nobody gets what they wait for.').waitFor();
    await page.getByLabel('Content').fill('<p>Bonjour ! <b>{{code}}</b></p>');
    await page.frameLocator('.mail iframe').getByText('482913').waitFor();
    await keeper.looks('email-template');
    await keeper.button('Save changes').click();
    await page.getByText('Changes saved').waitFor();
    const [template] = await server.management.get('/email-templates');
    assert.deepEqual([template.languageTag, template.templateType, template.details.content], ['fr', 'ForgotPassword', '<p>Bonjour ! <b>{{code}}</b></p>']);
    await server.management.delete(`/email-templates/${template.id}`);
  });

  it('warns before a connector in use is deleted, and takes its button along', async () => {
    const { page } = keeper;
    await page.goto(`${server.adminEndpoint}/console/default/connectors/social`);
    await keeper.link('Hugging Face').click();
    await keeper.button('Delete…').click();
    const dialog = page.getByRole('alertdialog');
    await dialog.getByText('It is in use').waitFor();
    await keeper.looks('delete');
    assert.equal(await dialog.getByRole('button', { name: 'Delete connector' }).isEnabled(), false);
    await dialog.getByLabel('Type Hugging Face to confirm').fill('Hugging Face');
    await dialog.getByRole('button', { name: 'Delete connector' }).click();
    await page.getByText('Hugging Face is deleted').waitFor();
    assert.deepEqual((await server.management.get('/sign-in-exp')).socialSignInConnectorTargets, []);
  });

  it('fits a phone and speaks the five languages', async () => {
    const { page } = keeper;
    await page.setViewportSize({ width: 390, height: 844 });
    await page.goto(`${server.adminEndpoint}/console/default/connectors/social/create/huggingface-universal`);
    await keeper.button('Save and done').waitFor();
    const wide = () => page.evaluate(() => document.documentElement.scrollWidth > window.innerWidth + 1);
    assert.equal(await wide(), false, 'the form is wider than a phone');
    await keeper.looks('phone');
    for (const [language, save] of [
      ['zh-CN', '保存并完成'],
      ['pt-BR', 'Salvar e concluir'],
      ['fr', 'Enregistrer et terminer'],
      ['es', 'Guardar y listo'],
    ]) {
      await page.evaluate((tag) => localStorage.setItem('gatehouse-language', tag), language);
      await page.reload();
      await keeper.button(save).waitFor();
      await keeper.picture(`phone-${language}`);
    }
  });
});
