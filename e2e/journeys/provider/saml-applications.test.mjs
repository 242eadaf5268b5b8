// A service provider made of the PyPI package `python3-saml`, whose people sign in here.
import assert from 'node:assert/strict';
import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { after, before, describe, it } from 'node:test';
import { Administrator } from '../../harness/administrator.mjs';
import { launch, Person } from '../../harness/browser.mjs';
import { venv } from '../../harness/samples.mjs';
import { checkout, startGatehouse } from '../../harness/server.mjs';

const password = 'High-tide-71-sail';
const entity = 'urn:example:intranet';
const post = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';
const nameId = {
  persistent: 'urn:oasis:names:tc:SAML:2.0:nameid-format:persistent',
  transient: 'urn:oasis:names:tc:SAML:2.0:nameid-format:transient',
  emailAddress: 'urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress',
};

/** The service provider's site, another than the server's: `arrived()` is the form that the next visitor brings. */
async function consumer() {
  const waiting = [];
  const server = createServer(async (request, response) => {
    let body = '';
    for await (const part of request) body += part;
    const to = new URL(request.url, 'http://sp').searchParams.get('to');
    if (to) {
      response.end(`<!doctype html><html lang="en"><title>Intranet</title><a href="${to.replaceAll('&', '&amp;')}">Sign in</a></html>`);
      return;
    }
    response.end('<!doctype html><html lang="en"><title>Intranet</title><h1>Welcome to the intranet</h1></html>');
    if (request.method === 'POST') waiting.shift()?.(Object.fromEntries(new URLSearchParams(body)));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    begin: (to) => `http://127.0.0.1:${server.address().port}/?to=${encodeURIComponent(to)}`,
    url: `http://127.0.0.1:${server.address().port}/acs`,
    arrived: () => new Promise((taker) => waiting.push(taker)),
    stop: () => new Promise((done) => server.close(done)),
  };
}

/** The program of `clients/saml_service_provider.py`: asks and answers, a line each. */
function serviceProvider() {
  const run = spawn(venv(), [join(checkout, 'e2e', 'clients', 'saml_service_provider.py')], {
    stdio: ['pipe', 'pipe', 'inherit'],
  });
  const lines = createInterface({ input: run.stdout })[Symbol.asyncIterator]();
  return {
    async ask(what) {
      run.stdin.write(`${JSON.stringify(what)}\n`);
      const { value } = await lines.next();
      assert.ok(value, 'the service provider has given up');
      return JSON.parse(value);
    },
    stop: () => run.stdin.end(),
  };
}

/** A key with its certificate, by openssl. */
function ownKey() {
  const folder = mkdtempSync(join(tmpdir(), 'service-provider-'));
  try {
    const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
    const made = spawnSync('openssl', ['req', '-x509', '-newkey', 'rsa:2048', '-nodes', '-subj', '/CN=sp', '-days', '2', '-keyout', key, '-out', certificate]);
    assert.equal(made.status, 0, String(made.stderr));
    return { key: readFileSync(key, 'utf8'), certificate: readFileSync(certificate, 'utf8') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

describe('SAML applications', () => {
  let server;
  let browser;
  let acs;
  let sp;
  let application;

  before(async () => {
    server = await startGatehouse('saml-applications');
    browser = await launch();
    acs = await consumer();
    sp = serviceProvider();
    await server.management.byUsername();
    await server.management.user({ username: 'relying', primaryEmail: 'relying@example.org', name: 'Rey Lying', password });
  });
  after(async () => {
    sp?.stop();
    await acs?.stop();
    await browser?.close();
    await server?.stop();
  });

  it('is made and set up in the Console, with a second certificate', async () => {
    const keeper = await Administrator.first(browser, 'saml-console', server);
    const { page } = keeper;
    await page.goto(`${server.adminEndpoint}/console/default/applications/create`);
    await page.getByRole('radio', { name: /^SAML 2\.0/ }).click();
    await keeper.field('Application name').fill('Intranet');
    await keeper.button('Create application').click();
    await page.getByRole('heading', { name: 'Service provider', exact: true }).waitFor();
    await keeper.looks('new');
    await keeper.field('SP entity ID').fill(entity);
    await keeper.field('Assertion consumer service URL').fill(acs.url);
    for (const [at, [claim, name]] of Object.entries({ sub: 'uid', name: 'displayName', email: 'mail' }).entries()) {
      await keeper.button('Add attribute').click();
      await keeper.field(`Claim ${at + 1}`).selectOption(claim);
      await keeper.field(`Attribute for ${claim}`).fill(name);
    }
    await keeper.looks('changed');
    await keeper.button('Save changes').click();
    await page.getByText('Changes saved').waitFor();

    await keeper.button('Add certificate').click();
    await keeper.button('Activate').click();
    await page.getByRole('dialog').getByRole('button', { name: 'Activate' }).click();
    await page.getByRole('dialog').waitFor({ state: 'detached' });
    await keeper.looks('certificates');
    await keeper.leaves();

    const [{ id }] = await server.management.get('/applications?types=SAML');
    application = await server.management.get(`/saml-applications/${id}`);
    assert.deepEqual(
      [application.entityId, application.acsUrl, application.attributeMapping],
      [entity, { binding: post, url: acs.url }, { sub: 'uid', name: 'displayName', email: 'mail' }],
    );
    const secrets = await server.management.get(`/saml-applications/${id}/secrets`);
    assert.deepEqual(secrets.map(({ active }) => active), [false, true]);
  });

  const change = (fields) => server.management.patch(`/saml-applications/${application.id}`, fields);

  async function register(own = {}) {
    const answer = await fetch(`${server.endpoint}/api/saml-applications/${application.id}/metadata`);
    assert.equal(answer.status, 200);
    await sp.ask({ do: 'register', metadata: await answer.text(), entity, acs: acs.url, own });
  }

  /** Sends a person through the pages; answers what the service provider makes of what it gets. */
  async function signsIn(journey, { relay = 'https://intranet.example/start?a=1&b="2"', ...options } = {}) {
    const { url, id } = await sp.ask({ do: 'login', relay });
    const person = await Person.arrives(browser, journey, options);
    const arrived = acs.arrived();
    await person.page.goto(acs.begin(url));
    await person.presses('Sign in');
    await person.looksAtHostedPage('sign-in');
    const done = (at) => at.href.startsWith(acs.url) || at.pathname.endsWith('/callback');
    await person.walks({ identifier: 'relying', password }, done);
    if (person.scriptless) await person.presses('Continue');
    await person.page.waitForURL(acs.url);
    const form = await arrived;
    assert.equal(form.RelayState, relay);
    await person.leaves();
    return { form, id, got: await sp.ask({ do: 'consume', id, form }) };
  }

  function assertSignedIn(got) {
    assert.deepEqual([got.errors, got.reason, got.authenticated], [[], null, true]);
    assert.deepEqual(got.attributes.displayName, ['Rey Lying']);
    assert.deepEqual(got.attributes.mail, ['relying@example.org']);
    assert.ok(got.session);
  }

  it('python3-saml, strict: message and assertion signed, each kind of name', async () => {
    await register();
    for (const [kind, format] of Object.entries(nameId)) {
      await change({ nameIdFormat: format });
      const { got } = await signsIn(`saml-${kind}`);
      assertSignedIn(got);
      assert.equal(got.format, format);
      if (kind === 'persistent') assert.deepEqual(got.attributes.uid, [got.name]);
      if (kind === 'emailAddress') assert.equal(got.name, 'relying@example.org');
    }
    await change({ nameIdFormat: nameId.persistent });
  });

  it('without script, by a button', async () => {
    await register();
    const { got } = await signsIn('saml-scriptless', { javaScriptEnabled: false });
    assertSignedIn(got);
  });

  it('encrypted, in both orders', async () => {
    const own = ownKey();
    for (const encryptThenSign of [true, false]) {
      await change({ encryption: { encryptAssertion: true, encryptThenSign, certificate: own.certificate } });
      await register({ ...own, message_signed: encryptThenSign });
      const { form, got } = await signsIn(`saml-encrypted-${encryptThenSign}`);
      assert.ok(!Buffer.from(form.SAMLResponse, 'base64').toString().includes('Rey Lying'));
      assertSignedIn(got);
    }
    await change({ encryption: null });
  });

  it('an answer to another request is refused there', async () => {
    await register();
    const { form } = await signsIn('saml-other');
    const { id } = await sp.ask({ do: 'login', relay: 'x' });
    const got = await sp.ask({ do: 'consume', id, form });
    assert.equal(got.authenticated, false);
  });
});
