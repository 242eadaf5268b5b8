// The browser of the OpenID Foundation's conformance suite, as its configurations are written for it: no script, one entry for an
// address, its tasks in order, commands by name, id or xpath.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:https';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Person } from './browser.mjs';

const matches = (pattern, url) => new RegExp(`^${pattern.split('*').map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's').test(url);
const selector = { name: (it) => `[name="${it}"]`, id: (it) => `#${it}`, xpath: (it) => `xpath=${it}`, css: (it) => it };

/** Where the suite answers its clients' people, over TLS as it does: keeps what they bring. */
export class Suite {
  /** Addresses, and the forms that were posted to them. */
  arrivals = [];

  static async listens() {
    const folder = mkdtempSync(join(tmpdir(), 'gatehouse-suite-'));
    const [key, cert] = ['key.pem', 'cert.pem'].map((name) => join(folder, name));
    const about = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost'];
    execFileSync('openssl', ['req', '-x509', ...about, '-keyout', key, '-out', cert], { stdio: 'ignore' });
    const it = new Suite();
    it.server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, async (request, response) => {
      let form = '';
      for await (const part of request) form += part;
      if (request.url.startsWith('/test/')) it.arrivals.push({ url: new URL(request.url, it.url), form: new URLSearchParams(form) });
      response.setHeader('content-type', 'text/html').end('<!doctype html><title>Suite</title><p id="submission_complete">Done</p>');
    });
    rmSync(folder, { recursive: true });
    it.server.listen(0, '127.0.0.1');
    await once(it.server, 'listening');
    it.url = `https://localhost:${it.server.address().port}`;
    return it;
  }

  stop() {
    this.server.closeAllConnections();
    return new Promise((done) => this.server.close(done));
  }
}

export class SuiteBrowser {
  #visits = new Map();

  static async opens(browser, journey, suite) {
    const it = new SuiteBrowser();
    it.suite = suite;
    it.person = await Person.arrives(browser, journey, { javaScriptEnabled: false, ignoreHTTPSErrors: true });
    return it;
  }

  /** Goes to an address and does what the first entry for it says; gives the page's address at the end. */
  async follows(entries, url) {
    const entry = entries.find((each) => matches(each.match, url) && (this.#visits.get(each) ?? 0) < (each['match-limit'] ?? Infinity));
    assert.ok(entry, `no entry for ${url}`);
    this.#visits.set(entry, (this.#visits.get(entry) ?? 0) + 1);
    const { page } = this.person;
    await page.goto(url);
    for (const { task, match, optional, commands = [] } of entry.tasks) {
      if (!matches(match, page.url())) {
        assert.ok(optional, `${task}: at ${page.url()}, not at ${match}`);
        continue;
      }
      for (const command of commands) await this.#does(command);
    }
    return page.url();
  }

  async #does([command, by, what, ...more]) {
    const { page } = this.person;
    const element = page.locator(selector[by](what));
    if (more.includes('optional') && !(await element.count())) return;
    if (command === 'text') await element.first().fill(more[0]);
    else if (command === 'click') {
      await Promise.all([page.waitForEvent('framenavigated'), element.first().click()]);
      await page.waitForLoadState('load');
    } else {
      const [seconds, text] = more;
      await (text ? element.filter({ hasText: text }) : element).first().waitFor({ state: 'attached', timeout: seconds * 1_000 });
    }
  }

  /** The parameters of the last answer, wherever they were in it. */
  answer() {
    const { form } = this.suite.arrivals.at(-1);
    const { searchParams, hash } = new URL(this.person.page.url());
    return Object.fromEntries([...searchParams, ...new URLSearchParams(hash.slice(1)), ...form]);
  }

  close() {
    return this.person.context.close();
  }
}
