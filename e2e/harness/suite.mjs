// The browser of the OpenID Foundation's conformance suite, as its configurations are written for it: no script, one entry for an
// address, its tasks in order, commands by name, id or xpath.
import assert from 'node:assert/strict';
import { Person } from './browser.mjs';

const matches = (pattern, url) => new RegExp(`^${pattern.split('*').map((text) => text.replace(/[.+?^${}()|[\]\\]/g, '\\$&')).join('.*')}$`, 's').test(url);
const selector = { name: (it) => `[name="${it}"]`, id: (it) => `#${it}`, xpath: (it) => `xpath=${it}`, css: (it) => it };

export class SuiteBrowser {
  #visits = new Map();
  /** What the clients of the suite were sent: addresses, and the forms that were posted to them. */
  arrivals = [];

  /** @param suite where the suite would answer; nobody has to */
  static async opens(browser, journey, suite) {
    const it = new SuiteBrowser();
    it.person = await Person.arrives(browser, journey, { javaScriptEnabled: false });
    await it.person.context.route(`${suite}/**`, (route) => {
      const request = route.request();
      it.arrivals.push({ url: new URL(request.url()), form: new URLSearchParams(request.postData() ?? '') });
      return route.fulfill({ contentType: 'text/html', body: '<!doctype html><title>Suite</title><p id="submission_complete">Done</p>' });
    });
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
    const { url, form } = this.arrivals.at(-1);
    return Object.fromEntries([...url.searchParams, ...new URLSearchParams(url.hash.slice(1)), ...form]);
  }

  close() {
    return this.person.context.close();
  }
}
