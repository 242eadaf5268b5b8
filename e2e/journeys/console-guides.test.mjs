// The code of the Console's guides, with the published packages: checked by their compilers, and signed in through for real.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { at, launch, Person } from '../harness/browser.mjs';
import { program, servePage, written } from '../harness/guides.mjs';
import { freePort, run, untilItAnswers } from '../harness/process.mjs';
import { place, venv } from '../harness/samples.mjs';
import { artifacts, startGatehouse } from '../harness/server.mjs';

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

const hasGo = (() => {
  try {
    execFileSync('go', ['version']);
    return true;
  } catch {
    return false;
  }
})();

describe('the guides compile with what they install', () => {
  async function checks(id, { tool = 'tsc', options = {}, files = {} } = {}) {
    const folder = await written(id, example);
    writeFileSync(join(folder, 'tsconfig.json'), JSON.stringify({ compilerOptions: { ...compiler, ...options } }));
    for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text);
    answers(program(tool), ['-p', folder], folder);
  }

  it('React', () => checks('react'));
  it('Vue', () => checks('vue', { tool: 'vue-tsc', files: { 'src/App.vue': '<template><RouterView /></template>\n' } }));
  it('Next.js', () => checks('next'));
  it('Express', () => checks('express', { options: { allowJs: true, checkJs: true, noImplicitAny: false } }));
  it('Flask', async () => {
    const folder = await written('flask', example);
    answers(venv(), ['-m', 'py_compile', 'app.py'], folder);
  });
  it('Go', { skip: !hasGo && 'Go is not installed' }, async () => {
    const folder = await written('go', example);
    writeFileSync(join(folder, 'go.mod'), 'module books\n\ngo 1.24\n\nrequire (\n\tgithub.com/coreos/go-oidc/v3 v3.14.1\n\tgolang.org/x/oauth2 v0.30.0\n)\n');
    answers('go', ['mod', 'tidy'], folder);
    answers('go', ['vet', '.'], folder);
  });
  it('iOS is not tried, it needs Xcode: its files are there', async () => {
    assert.ok(existsSync(join(await written('ios', example), 'ContentView.swift')));
  });
  it('Android is not tried, it needs the Android SDK: its files are there', async () => {
    assert.ok(existsSync(join(await written('android', example), 'MainActivity.kt')));
  });
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

  /** Writes the guide and starts what it makes at a free port instead of the one it names. */
  async function started(id, { port, values, named = '3000', file, command = process.execPath, env = {} }) {
    const folder = await written(id, values, (text) => text.replaceAll(named, String(port)));
    const app = run(command, [file], { cwd: folder, env: { PORT: String(port), ...env }, log: join(artifacts, `guide-${id}.log`) });
    return app;
  }

  it('Express', async () => {
    const where = await place();
    const application = await server.management.application({
      name: 'Express',
      type: 'Traditional',
      redirectUris: [`${where.url}/logto/sign-in-callback`],
      postLogoutRedirectUris: [where.url],
    });
    const app = await started('express', { port: where.port, values: valuesOf(application, '', where.url), file: 'app.mjs' });
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
      const app = await started(id, { port, named: '3100', values: valuesOf(machine, '', ''), file, command });
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
