// The five tutorials as their readers follow them: one language each, from the fresh database to "signed in", by clicks and typing alone.
import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, it } from 'node:test';
import { Administrator } from '../../harness/administrator.mjs';
import { at, launch, Person } from '../../harness/browser.mjs';
import { freePort } from '../../harness/process.mjs';
import { client, startProvider } from '../../harness/provider.mjs';
import { place, startCopiedFlask } from '../../harness/samples.mjs';
import { checkout, startGatehouse } from '../../harness/server.mjs';
import { patternOf, phrasesOf, wordsOf } from '../../harness/words.mjs';

const password = 'Mare-alta-71-vela';
const secret = 'secret-of-the-stand-in-0123456789-0123456789';

const tutorials = [
  { language: 'en', bookshop: 'Bookstore' },
  { language: 'zh-CN', bookshop: '书店', connector: 'OAuth 2.0' },
  { language: 'pt-BR', bookshop: 'Livraria' },
  { language: 'fr', bookshop: 'Librairie', socialOnly: true },
  { language: 'es', bookshop: 'Librería', fromApplications: true },
];

/** The title of a guide in `docs/guide`. */
const titleOf = (language, name) => readFileSync(join(checkout, 'docs', 'guide', language, `${name}.md`), 'utf8').split('\n')[0].slice(2);

describe('the tutorials', () => {
  for (const tutorial of tutorials) {
    it(`in ${tutorial.language}`, async () => {
      const port = await freePort();
      const server = await startGatehouse(`tutorials-${tutorial.language}`, {
        env: { GATEHOUSE_TESTKIT_HUGGINGFACE: `http://127.0.0.1:${port}` },
      });
      const browser = await launch();
      const stops = [() => browser.close(), () => server.stop()];
      const reader = new Reader(tutorial, { server, browser, port, stops });
      try {
        await reader.begins();
        await reader.opensTheHandbook();
        await reader.createsTheApplication();
        await reader.runsWhatWasCopied();
        await reader.signsUpInTheApplication();
        await reader.addsTheConnector();
        await reader.enablesItInTheSignInExperience();
        await reader.signsInThroughTheProvider();
      } catch (cause) {
        await reader.keeper?.picture('stumbled').catch(() => {});
        await reader.visitor?.picture('stumbled').catch(() => {});
        throw cause;
      } finally {
        for (const stop of stops) await stop();
      }
    });
  }
});

/** Somebody who follows a tutorial: at the Console as its keeper, and at the application as its first visitor. */
class Reader {
  constructor(tutorial, surroundings) {
    Object.assign(this, { connector: 'Hugging Face' }, tutorial, surroundings);
    this.t = wordsOf(this.language);
    this.phrases = phrasesOf(this.language);
  }

  button = (name) => this.keeper.page.getByRole('button', { name, exact: true });
  link = (name) => this.keeper.page.getByRole('link', { name, exact: true });
  input = (name) => this.keeper.page.getByRole('textbox', { name }).first();
  sees = (text) => this.keeper.page.getByText(text, { exact: true }).first().waitFor();

  /** Goes somewhere by the side bar. */
  async opens(label) {
    await this.keeper.page.getByRole('navigation').getByRole('link', { name: label, exact: true }).click();
    await this.keeper.page.getByRole('heading', { name: label, level: 1 }).waitFor();
  }

  /** Presses a copy button and tells what is on the clipboard then. */
  async copies(button) {
    await button.click();
    return this.keeper.page.evaluate(() => navigator.clipboard.readText());
  }

  async begins() {
    const { t } = this;
    this.keeper = await Administrator.arrives(this.browser, `tutorials-${this.language}`, {
      locale: this.language,
      viewport: { width: 1440, height: 900 },
      permissions: ['clipboard-read', 'clipboard-write'],
    });
    const { page } = this.keeper;
    await page.goto(this.server.adminEndpoint);
    await page.getByRole('heading', { name: t('welcome.create') }).waitFor();
    await this.keeper.picture('welcome');
    await this.button(t('welcome.create')).click();
    await page.waitForURL(at(this.server.adminEndpoint, '/register'));
    await this.keeper.walks({ identifier: 'ines', password }, at(this.server.adminEndpoint, '/console/default/get-started'));
    await page.getByRole('heading', { name: t('get-started:title'), level: 1 }).waitFor();
    await this.keeper.picture('get-started');
  }

  /** Finds the guide that these journeys follow, in the reader's language. */
  async opensTheHandbook() {
    const { page } = this.keeper;
    await this.link(this.t('help.handbook')).click();
    await page.getByRole('heading', { name: titleOf(this.language, 'flask'), level: 1 }).waitFor();
    await page.getByText(this.server.endpoint).first().waitFor();
    await this.keeper.looksAtHostedPage('handbook', { language: this.language });
    await page.getByRole('link', { name: this.connector, exact: true }).first().click();
    const chapter = this.connector === 'Hugging Face' ? 'hugging-face' : 'oauth2';
    await page.getByRole('heading', { name: titleOf(this.language, chapter), level: 1 }).waitFor();
    await this.keeper.picture('handbook-connector');
    await this.opens(this.t('nav.get-started'));
  }

  async createsTheApplication() {
    const { t, bookshop } = this;
    const { page } = this.keeper;
    if (this.fromApplications) {
      await this.opens(t('nav.application'));
      await this.link(t('application:create')).first().click();
    } else {
      await this.link(t('get-started:viewAll')).click();
    }
    await page.getByRole('dialog', { name: t('application:create') }).waitFor();
    const webOnly = { name: t('application:section.traditional.title') };
    await page.getByRole('checkbox', webOnly).click();
    await page.getByRole('checkbox', { ...webOnly, checked: true }).waitFor();
    await page.getByRole('radio', { name: /^Flask/ }).click();
    await page.getByLabel(t('application:gallery.name')).fill(bookshop);
    await this.keeper.picture('gallery');
    await this.button(t('application:create')).click();
    await page.getByRole('heading', { name: t('guide:title', { name: bookshop, framework: 'Flask' }) }).waitFor();
    await this.sees(t('guide:created', { name: bookshop }));

    this.place = await place();
    await this.input(t('guide:redirectUri')).fill(`${this.place.url}/callback`);
    await this.input(t('guide:signOutUri')).fill(`${this.place.url}/`);
    await this.button(t('act.save')).click();
    await this.sees(t('guide:saved'));
    await this.keeper.picture('guide');
  }

  async runsWhatWasCopied() {
    const { t, bookshop } = this;
    const { page } = this.keeper;
    const steps = page.getByRole('navigation', { name: t('guide:steps') });
    await steps.getByRole('link', { name: t('guide:step.try.title') }).click();
    await page.getByRole('region', { name: 'app.py' }).getByText('__main__').waitFor();
    const guide = page.url();
    const code = await this.copies(this.button(t('guide:code.copy', { file: 'app.py' })));
    await this.keeper.picture('guide-at-its-end');

    await this.link(t('guide:openApplication')).click();
    await page.getByRole('heading', { name: bookshop, level: 1 }).waitFor();
    const secrets = page.getByRole('table', { name: t('application:secrets.title') });
    const copied = await this.copies(secrets.getByRole('button', { name: patternOf(this.phrases.get('act.copyWhat')) }).first());
    await this.keeper.picture('application');
    assert.ok(copied.length >= 32 && code.includes(`"${copied}"`), 'the secret of the application is the one in the code');
    assert.ok(code.includes(`"${this.server.endpoint}"`), 'the endpoint is in the code');
    await page.goBack();
    await page.waitForURL(guide);

    this.app = await startCopiedFlask({ name: `tutorials-${this.language}-app`, code, place: this.place });
    this.stops.unshift(() => this.app.stop());
  }

  async visits(name) {
    this.visitor = await Person.arrives(this.browser, `tutorials-${this.language}-${name}`, { locale: this.language });
    await this.visitor.page.goto(this.app.url);
    return this.visitor.page;
  }

  async isSignedIn(page) {
    await page.locator('a[href="/sign-out"]').waitFor();
    assert.equal(page.url(), `${this.app.url}/`);
    await this.visitor.picture('signed-in');
  }

  async signsOut(page) {
    await page.locator('a[href="/sign-out"]').click();
    await page.locator('a[href="/sign-in"]').waitFor();
    assert.equal(page.url(), `${this.app.url}/`);
  }

  async signsUpInTheApplication() {
    const { t } = this;
    const page = await this.visits('visitor');
    await page.locator('a[href="/sign-up"]').click();
    await page.waitForURL(at(this.server.endpoint, '/register'));
    await this.visitor.looksAtHostedPage('register', { language: this.language });
    await this.visitor.walks({ identifier: 'leo', password }, at(this.app.url));
    await this.isSignedIn(page);
    await this.signsOut(page);
    await page.locator('a[href="/sign-in"]').click();
    await page.waitForURL(at(this.server.endpoint, '/sign-in'));
    await this.visitor.walks({ identifier: 'leo', password }, at(this.app.url));
    await this.isSignedIn(page);
    await this.signsOut(page);
    await this.visitor.leaves();

    await this.button(t('guide:check.run')).click();
    await this.keeper.page.getByText(patternOf(this.phrases.get('guide:check.signedIn'))).waitFor();
    await this.keeper.picture('checked');
  }

  async addsTheConnector() {
    const { t, connector } = this;
    const { page } = this.keeper;
    await this.opens(t('nav.connector'));
    await this.link(t('connector:add.social')).first().click();
    await page.getByText(t('connector:gallery.standards')).waitFor();
    await this.keeper.picture('connectors');
    await this.keeper.link(new RegExp(`^${connector}`)).click();
    const callback = await this.copies(this.button(t('act.copyWhat', { what: t('connector:callback.signIn') })));
    assert.ok(callback.startsWith(`${this.server.endpoint}/callback/`), callback);

    const origin = `http://127.0.0.1:${this.port}`;
    const isOAuth2 = connector === 'OAuth 2.0';
    if (isOAuth2) {
      this.provided = '港湾';
      await this.input(t('connector:look.name')).fill(this.provided);
      await this.input(t('connector:field.authorizationEndpoint')).fill(`${origin}/oauth/authorize`);
      await this.input(t('connector:field.tokenEndpoint')).fill(`${origin}/oauth/token`);
      await this.input(t('connector:field.userInfoEndpoint')).fill(`${origin}/oauth/userinfo`);
    }
    await this.input(t('connector:field.clientId')).fill('gatehouse');
    await this.input(t('connector:field.clientSecret')).fill(secret);
    await this.input(t('connector:field.scope')).fill(isOAuth2 ? 'openid profile email' : 'profile email');
    if (isOAuth2) {
      await page.getByRole('combobox', { name: t('connector:field.tokenEndpointResponseType') }).selectOption('json');
      await this.input(t('connector:field.profileMap')).fill('{"id": "sub", "name": "name", "email": "email"}');
    }
    await this.keeper.picture('connector-filled');
    await this.button(t('connector:form.saveAndDone')).click();
    await this.sees(t('connector:status.unused'));
    await this.keeper.picture('connector');

    const provider = await startProvider({
      port: this.port,
      openidNotNeeded: true,
      clients: [client('gatehouse', secret, callback, isOAuth2 ? 'client_secret_post' : 'client_secret_basic')],
      accounts: { ada: { name: 'Ada', email: 'ada@reading.example', email_verified: true } },
    });
    this.stops.unshift(() => provider.stop());
  }

  async enablesItInTheSignInExperience() {
    const { t } = this;
    const { page } = this.keeper;
    await this.opens(t('nav.branding'));
    await this.link(t('branding:tab.sign-up-and-sign-in')).click();
    if (this.socialOnly) {
      await page.getByRole('combobox', { name: t('branding:signUp.identifier') }).selectOption({ label: t('branding:identifier.none') });
    }
    await this.button(t('branding:social.add')).click();
    await page.getByRole('menuitem', { name: this.provided ?? this.connector, exact: true }).click();
    await this.keeper.picture('sign-in-experience');
    await this.button(t('branding:review.open')).click();
    const dialog = page.getByRole('dialog');
    await dialog.getByText(this.provided ?? this.connector).first().waitFor();
    await this.keeper.picture('difference');
    await dialog.getByRole('button', { name: t('act.saveChanges') }).click();
    await this.sees(t('branding:saved'));
  }

  async signsInThroughTheProvider() {
    const page = await this.visits('social');
    await page.locator('a[href="/sign-in"]').click();
    await page.waitForURL(at(this.server.endpoint, '/sign-in'));
    await this.visitor.looksAtHostedPage('sign-in', { language: this.language });
    await this.visitor.presses(this.provided ?? this.connector);
    await this.visitor.presses(/ada/);
    await this.visitor.settles();
    if (!at(this.app.url)(new URL(page.url()))) {
      assert.ok(!this.socialOnly, `a newcomer is asked for more at ${page.url()}`);
      await this.visitor.looksAtHostedPage('asked-for-more', { language: this.language });
      await this.visitor.walks({ username: 'ada', identifier: 'ada' }, at(this.app.url));
    }
    await this.isSignedIn(page);
    const { name } = await (await page.request.get(`${this.app.url}/user-info`)).json();
    assert.equal(name, 'Ada');
    await this.signsOut(page);
    await this.visitor.leaves();
  }
}
