// The code of the Console's guides, with the published packages: checked by their compilers, and signed in through for real.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { at, launch, Person } from '../../harness/browser.mjs';
import { goModule, program, servePage, viteProject, written } from '../../harness/guides.mjs';
import { freePort, run, untilItAnswers } from '../../harness/process.mjs';
import { place, venv } from '../../harness/samples.mjs';
import { artifacts, checkout, startGatehouse } from '../../harness/server.mjs';

const password = 'High-tide-71-sail';
const resource = 'https://books.example/api';
const example = {
  endpoint: 'https://id.example',
  issuer: 'https://id.example/oidc',
  appId: 'books',
  appSecret: 'a secret of books',
  redirectUri: 'http://localhost:3000/callback',
  signOutUri: 'http://localhost:3000/',
  managementApi: 'https://default.logto.app/api',
};
const compiler = {
  target: 'es2023',
  module: 'esnext',
  moduleResolution: 'bundler',
  jsx: 'react-jsx',
  lib: ['es2023', 'dom', 'dom.iterable'],
  strict: true,
  noEmit: true,
  skipLibCheck: true,
  types: ['node'],
};

function answers(command, args, cwd) {
  try {
    return execFileSync(command, args, { cwd, encoding: 'utf8', stdio: 'pipe' });
  } catch (failure) {
    assert.fail(`${command} ${args.join(' ')}: ${failure.stdout}${failure.stderr}`);
  }
}

const noGo = (() => {
  try {
    execFileSync('go', ['version']);
    return false;
  } catch {
    return 'Go is not installed, and e2e/setup.sh brings none';
  }
})();

/** What the templates of their makers have and the guides leave alone. */
const template = {
  vue: '<template><RouterView /></template>\n',
  next: "import type { ReactNode } from 'react';\n\nexport default function Layout({ children }: { children: ReactNode }) {\n  return (\n    <html lang=\"en\">\n      <body>{children}</body>\n    </html>\n  );\n}\n",
};

describe('the guides compile with what they install', () => {
  async function checks(id, { tool = 'tsc', options = {}, files = {} } = {}) {
    const folder = await written(id, example);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...compiler, ...options } }));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    answers(program(tool), ['-p', folder], folder);
  }

  it('React', () => checks('react'));
  it('Vue', () => checks('vue', { tool: 'vue-tsc', files: { 'src/App.vue': template.vue } }));
  it('Next.js', () => checks('next', { files: { 'app/layout.tsx': template.next } }));
  it('Express', () => checks('express', { options: { allowJs: true, checkJs: true, noImplicitAny: false } }));
  it('Flask', async () => {
    const folder = await written('flask', example);
    answers(venv(), ['-m', 'py_compile', 'app.py'], folder);
  });
  it('Go', { skip: noGo }, async () => {
    const folder = await written('go', example);
    goModule(folder);
    answers('go', ['vet', '.'], folder);
  });
  it('iOS is not tried, it needs Xcode: its files are there', async () => {
    assert.ok(existsSync(join(await written('ios', example), 'ContentView.swift')));
  });
  it('Android is not tried, it needs the Android SDK: its files are there', async () => {
    assert.ok(existsSync(join(await written('android', example), 'MainActivity.kt')));
  });
});

describe('the guides for Spring Boot are the lines of samples/spring-boot, which a journey of its own runs', () => {
  const sample = join(checkout, 'samples', 'spring-boot');
  const read = (...path) => readFileSync(join(...path), 'utf8');
  const asTheSampleReadsThem = {
    ...example,
    issuer: '${ENDPOINT}/oidc',
    appId: '${APP_ID}',
    appSecret: '${APP_SECRET}',
    redirectUri: '"{baseUrl}/login/oauth2/code/{registrationId}"',
    signOutUri: '{baseUrl}/',
  };
  const settings = read(sample, 'src/main/resources/application.yaml')
    .replace(/\$\{\w+:([^}]+)\}/g, '$1')
    .replace('${RESOURCE}', resource)
    .split('\n');
  const pom = read(sample, 'pom.xml').split('\n');

  for (const [id, classes] of [
    ['spring-boot', ['WebsiteSecurity', 'Website']],
    ['api-spring-boot', ['ApiSecurity', 'BooksApi']],
  ]) {
    it(id, async () => {
      const folder = await written(id, asTheSampleReadsThem);
      for (const name of classes) {
        const whole = read(sample, 'src/main/java/io/gatehouse/sample', `${name}.java`);
        assert.equal(read(folder, `${name}.java`), whole.slice(whole.indexOf('import ')), name);
      }
      const strange = (file, lines) => read(folder, file).trimEnd().split('\n').filter((line) => !lines.includes(line));
      assert.deepEqual(strange('application.yaml', settings), []);
      assert.deepEqual(strange('pom.xml', pom), []);
    });
  }
});

describe('the guides sign in', () => {
  let server;
  let browser;
  let machine;

  before(async () => {
    server = await startGatehouse('console-guides');
    browser = await launch();
    const { management } = server;
    await management.byUsername();
    await management.user({ username: 'mira', password });
    const { id } = await management.post('/resources', { name: 'Books', indicator: resource });
    const scope = await management.post(`/resources/${id}/scopes`, { name: 'read:books' });
    const role = await management.post('/roles', { name: 'Robots', description: 'Read', type: 'MachineToMachine', scopeIds: [scope.id] });
    machine = await management.application({ name: 'Robot', type: 'MachineToMachine' });
    await management.send('POST', `/applications/${machine.id}/roles`, { roleIds: [role.id] });
  });
  after(async () => {
    await browser?.close();
    await server?.stop();
  });

  const valuesOf = (application, redirectUri, signOutUri) => ({
    ...example,
    endpoint: server.endpoint,
    issuer: `${server.endpoint}/oidc`,
    appId: application.id,
    appSecret: application.secret ?? '',
    redirectUri,
    signOutUri,
  });

  /** Writes the guide for a free port instead of the one that it names. */
  const writtenFor = (id, port, values, named = '3000') => written(id, values, (text) => text.replaceAll(named, String(port)));

  const starts = (id, folder, command, args, env = {}) => run(command, args, { cwd: folder, env, log: join(artifacts, `guide-${id}.log`) });

  it('Express', async () => {
    const where = await place();
    const application = await server.management.application({
      name: 'Express',
      type: 'Traditional',
      redirectUris: [`${where.url}/logto/sign-in-callback`],
      postLogoutRedirectUris: [where.url],
    });
    const folder = await writtenFor('express', where.port, valuesOf(application, '', where.url));
    const app = starts('express', folder, process.execPath, ['app.mjs']);
    const person = await Person.arrives(browser, 'guide-express');
    try {
      await untilItAnswers(`${where.url}/`, app, 30_000);
      await person.page.goto(`${where.url}/logto/sign-in`);
      await person.walks({ identifier: 'mira', password }, at(where.url));
      await person.page.getByText('You are signed in').waitFor();
      await person.page.goto(`${where.url}/claims`);
      assert.equal(JSON.parse(await person.page.innerText('body')).iss, `${server.endpoint}/oidc`);
      await person.page.goto(where.url);
      await person.page.getByRole('link', { name: 'Sign out' }).click();
      await person.settles();
      await person.page.getByText('Nobody is signed in').waitFor();
    } finally {
      await person.leaves();
      await app.stop();
    }
  });

  it('React', async () => {
    const where = await place();
    const [callback, home] = [`${where.url}/callback`, `${where.url}/`];
    const application = await server.management.application({ name: 'React', type: 'SPA', redirectUris: [callback], postLogoutRedirectUris: [home] });
    const page = await servePage(await written('react', valuesOf(application, callback, home)), 'src/main.tsx', where.port);
    const person = await Person.arrives(browser, 'guide-react');
    try {
      await person.page.goto(home);
      await person.page.getByRole('button', { name: 'Sign in' }).click();
      await person.page.waitForURL(at(server.endpoint));
      await person.walks({ identifier: 'mira', password }, at(where.url));
      await person.page.getByText('You are signed in as').waitFor();
      await person.page.getByRole('button', { name: 'Sign out' }).click();
      await person.page.getByRole('button', { name: 'Sign in' }).waitFor();
    } finally {
      await person.leaves();
      await page.stop();
    }
  });

  /** Signs in and out in a browser at an application that is being started. */
  async function signsInAndOut(id, { url, app, enters = 'button', is }) {
    const person = await Person.arrives(browser, `guide-${id}`);
    const { page } = person;
    try {
      await untilItAnswers(`${url}/`, app, 120_000);
      await page.goto(`${url}/`, { timeout: 120_000 });
      await page.getByRole(enters, { name: 'Sign in' }).click();
      await page.waitForURL(at(server.endpoint), { timeout: 60_000 });
      await person.walks({ identifier: 'mira', password }, at(url));
      const out = page.getByRole(enters, { name: 'Sign out' });
      await out.waitFor({ timeout: 60_000 });
      if (is) await page.getByText(is).waitFor();
      await person.picture('signed-in');
      await out.click();
      await page.getByRole(enters, { name: 'Sign in' }).waitFor();
      assert.equal(new URL(page.url()).origin, url);
    } catch (cause) {
      await person.picture('stumbled').catch(() => {});
      throw new Error(`${cause.message}\n${app.output()}`, { cause });
    } finally {
      await person.leaves();
      await app.stop();
    }
  }

  async function registered(name, type) {
    const where = await place();
    const [callback, home] = [`${where.url}/callback`, `${where.url}/`];
    const application = await server.management.application({ name, type, redirectUris: [callback], postLogoutRedirectUris: [home] });
    return { ...where, values: valuesOf(application, callback, home) };
  }

  it('Next.js', async () => {
    const { port, url, values } = await registered('Next.js', 'Traditional');
    const folder = await writtenFor('next', port, values);
    writeFileSync(join(folder, 'app', 'layout.tsx'), template.next);
    const app = starts('next', folder, program('next'), ['dev', '--port', String(port), '--hostname', 'localhost'], {
      COOKIE_SECRET: 'for the journeys only, for the journeys only',
      NEXT_TELEMETRY_DISABLED: '1',
    });
    await signsInAndOut('next', { url, app, is: /You are signed in as \w+/ });
  });

  it('Vue', async () => {
    const { port, url, values } = await registered('Vue', 'SPA');
    const folder = await writtenFor('vue', port, values);
    viteProject(folder, { 'src/App.vue': template.vue });
    const served = starts('vue', folder, program('vite'), ['--port', String(port), '--strictPort', '--host', 'localhost']);
    await signsInAndOut('vue', { url, app: served });
  });

  it('Go', { skip: noGo }, async () => {
    const { port, url, values } = await registered('Go', 'Traditional');
    const folder = await writtenFor('go', port, values);
    goModule(folder);
    answers('go', ['build', '-o', 'books', '.'], folder);
    const served = starts('go', folder, join(folder, 'books'), []);
    await signsInAndOut('go', { url, app: served, enters: 'link', is: /You are signed in as \w+/ });
  });

  async function token(scope) {
    const answer = await fetch(`${server.endpoint}/oidc/token`, {
      method: 'POST',
      headers: { authorization: `Basic ${btoa(`${machine.id}:${machine.secret}`)}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource, ...(scope && { scope }) }),
    });
    return (await answer.json()).access_token;
  }

  for (const [id, file, command] of [
    ['api-express', 'api.mjs', process.execPath],
    ['api-python', 'api.py', venv()],
  ]) {
    it(`${id} lets in who holds the scope`, async () => {
      const port = await freePort();
      const url = `http://127.0.0.1:${port}/books`;
      const app = starts(id, await writtenFor(id, port, valuesOf(machine, '', ''), '3100'), command, [file]);
      const ask = async (bearer) => fetch(url, { headers: bearer ? { authorization: `Bearer ${bearer}` } : {} });
      try {
        await untilItAnswers(url, app, 30_000);
        assert.equal((await ask()).status, 401);
        assert.equal((await ask('no.token.atall')).status, 401);
        assert.equal((await ask(await token('read:books'))).status, 200);
        const robbed = await server.management.application({ name: `No role ${id}`, type: 'MachineToMachine' });
        const mine = machine;
        machine = robbed;
        assert.equal((await ask(await token()))?.status, 403);
        machine = mine;
      } finally {
        await app.stop();
      }
    });
  }
});
