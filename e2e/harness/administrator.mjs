// An administrator in the Console: from the fresh database to the page that is wanted, and pictures in light and dark.
import { Person } from './browser.mjs';

const password = 'gate-keeper-of-2026';

/** Waits for what a change of colours sets in motion, for two seconds at most: a page out of sight draws no frames. */
async function motionless() {
  const frame = () => new Promise(requestAnimationFrame);
  const still = async () => {
    await frame();
    await frame();
    const ends = document.getAnimations().filter(({ effect }) => effect.getComputedTiming().iterations !== Infinity);
    await Promise.allSettled(ends.map(({ finished }) => finished));
  };
  await Promise.race([still(), new Promise((done) => setTimeout(done, 2_000))]);
}

export class Administrator extends Person {
  /** Becomes the first administrator, by clicks alone, and stands before the Console. */
  static async first(browser, journey, server, options = {}) {
    const one = await Administrator.arrives(browser, journey, options);
    await one.page.goto(`${server.adminEndpoint}/console`);
    await one.page.waitForURL(/\/console\/welcome/);
    await one.page.locator('.first button').click();
    await one.page.waitForURL(/\/register/);
    await one.page.locator('input[name=identifier]').fill('keeper');
    await one.page.locator('input[name=password]').fill(password);
    await one.page.locator('form button:not([type=button])').first().click();
    await one.page.waitForURL(/\/console\/default\//);
    return one;
  }

  static async arrives(browser, journey, options) {
    const person = await Person.arrives(browser, journey, options);
    return Object.setPrototypeOf(person, Administrator.prototype);
  }

  /** Keeps the page in both schemes, and refuses one that breaks WCAG 2.2 AA in either. */
  async looks(name) {
    for (const colorScheme of ['light', 'dark']) {
      await this.page.emulateMedia({ colorScheme });
      await this.page.evaluate(motionless);
      await this.looksAtHostedPage(`${name}-${colorScheme}`);
    }
    await this.page.emulateMedia({ colorScheme: 'light' });
  }

  button(name) {
    return this.page.getByRole('button', { name });
  }

  link(name) {
    return this.page.getByRole('link', { name });
  }

  field(name) {
    return this.page.getByLabel(name, { exact: true });
  }
}
