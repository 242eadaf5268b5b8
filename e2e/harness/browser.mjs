// People: a browser context each, with screenshots and accessibility checks on the way.
import assert from 'node:assert/strict';
import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { chromium } from 'playwright-core';
import { artifacts } from './server.mjs';

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
const wcag = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

export const launch = () =>
  chromium.launch({
    executablePath: process.env.CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--disable-gpu',
      '--disable-quic',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ],
  });

const idle = () => new Promise((done) => requestIdleCallback(done, { timeout: 1_000 }));

/** A page that was left while it was asked something is no mistake. */
const gone = (cause) => {
  if (!/context was destroyed|navigat/i.test(cause.message)) throw cause;
};

/** A person with a fresh browser profile and a language. */
export class Person {
  static async arrives(browser, journey, { locale = 'en', ...options } = {}) {
    const context = await browser.newContext({ locale, ...options });
    context.setDefaultTimeout(15_000);
    const person = new Person(context, await context.newPage(), journey);
    person.scriptless = options.javaScriptEnabled === false;
    return person;
  }

  #shots = 0;
  #underWay = new Set();

  constructor(context, page, journey) {
    this.context = context;
    this.page = page;
    context.on('request', (request) => this.#underWay.add(request));
    for (const over of ['requestfinished', 'requestfailed']) context.on(over, (request) => this.#underWay.delete(request));
    this.folder = join(artifacts, journey);
    mkdirSync(this.folder, { recursive: true });
  }

  /** Keeps a picture of the page. */
  async picture(name) {
    const number = String(++this.#shots).padStart(2, '0');
    await this.page.screenshot({ path: join(this.folder, `${number}-${name}.png`), fullPage: true });
  }

  /** Keeps a picture, and refuses a page that breaks WCAG 2.2 AA or speaks another language than the person's. */
  async looksAtHostedPage(name, { language } = {}) {
    await this.picture(name);
    if (language) assert.equal(await this.page.locator('html').getAttribute('lang'), language);
    if (this.scriptless) return;
    if (!(await this.page.evaluate(() => 'axe' in window))) await this.page.evaluate(axe);
    const { violations } = await this.page.evaluate((tags) => window.axe.run({ runOnly: tags, resultTypes: ['violations'] }), wcag);
    assert.deepEqual(
      violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`),
      [],
      `${name} at ${this.page.url()} breaks WCAG 2.2 AA`,
    );
  }

  /** What the page says went wrong, if it does. */
  async complaint() {
    const alert = this.page.locator('[role=alert], [aria-invalid=true]').first();
    return (await alert.count()) ? (await alert.innerText().catch(() => '')) || 'a field is invalid' : undefined;
  }

  /** Gives the form of the page one round of answers by field name and submits it; tells which fields it filled. */
  async answers(fields) {
    const filled = [];
    for (const [name, value] of Object.entries(fields)) {
      const input = this.page.locator(`input[name="${name}"]:visible`).first();
      if (!(await input.count())) continue;
      const text = typeof value === 'function' ? await value() : value;
      await input.fill(text);
      filled.push({ name, input });
    }
    assert.ok(filled.length, `no field of ${Object.keys(fields)} at ${this.page.url()}`);
    await this.submits(filled.at(-1));
    return filled.map(({ name }) => name);
  }

  /** Presses the button of the form that holds the input, unless a whole code has sent the form by itself. */
  async submits({ name, input }) {
    const navigated = this.page.waitForEvent('framenavigated', { timeout: 15_000 });
    const alone = name === 'code' && !this.scriptless;
    const gone = alone && (await Promise.race([navigated.then(() => true), sleep(1_000).then(() => false)]));
    if (!gone) {
      const form = this.page.locator('form').filter({ has: input });
      await form.locator('button:not([type=button]), input[type=submit]').first().click();
      await navigated;
    }
    await this.page.waitForLoadState('load');
  }

  /** Answers page after page until `arrived(url)`; a page that complains ends it. */
  async walks(fields, arrived, steps = 6) {
    for (let step = 0; step < steps; step++) {
      if (arrived(new URL(this.page.url()))) return;
      const filled = await this.answers(fields);
      await this.settles();
      if (arrived(new URL(this.page.url()))) return;
      const complaint = await this.complaint();
      if (complaint) {
        await this.picture('complaint');
        throw new Error(`${this.page.url()} refused ${filled}: ${complaint}`);
      }
    }
    throw new Error(`${steps} pages, and still at ${this.page.url()}`);
  }

  /** Waits until redirects, with and without script, have come to rest: nothing is under way and the page has nothing to do, three times on end. */
  async settles() {
    const began = Date.now();
    let url;
    for (let calm = 0; calm < 3 && Date.now() - began < 10_000; ) {
      await this.page.waitForLoadState('load');
      if (!this.scriptless) await this.page.evaluate(idle).catch(gone);
      await sleep(40);
      calm = this.#underWay.size === 0 && this.page.url() === url ? calm + 1 : 0;
      url = this.page.url();
    }
  }

  /** Presses the button or link whose name holds `text`. */
  async presses(text) {
    const target = this.page.getByRole('button', { name: text }).or(this.page.getByRole('link', { name: text }));
    await target.first().click();
    await this.page.waitForLoadState('load');
  }

  leaves = () => this.context.close();
}

/** True for pages of `origin`. */
export const at = (origin, path) => (url) =>
  url.origin === new URL(origin).origin && (path === undefined || url.pathname === path);
