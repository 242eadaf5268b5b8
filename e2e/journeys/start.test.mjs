// Starting and stopping: what an operator meets before anybody signs in.
import assert from 'node:assert/strict';
import { rmSync } from 'node:fs';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { freshSettings, gatehouse, startGatehouse } from '../harness/server.mjs';

describe('./gatehouse start', () => {
  let server;

  before(async () => {
    server = await startGatehouse('start', { testkit: false });
  });
  after(() => server?.stop());

  /** Runs a start that must be refused; gives its exit code and what it said. */
  async function refused(name, changes, args = ['start']) {
    const settings = await freshSettings(name);
    const program = gatehouse(`start-${name}`, args, { ...settings, ...changes });
    const outcome = await Promise.race([program.ended, sleep(90_000, undefined, { ref: false })]);
    if (!outcome) await program.stop();
    rmSync(settings.GATEHOUSE_DATA, { recursive: true, force: true });
    assert.ok(outcome, `did not end: ${program.output()}`);
    assert.notEqual(outcome.code, 0, program.output());
    const said = program.output().trim();
    assert.ok(!/^\s+at [\w.$]+\(/m.test(said), `a stack trace is not a sentence:\n${said}`);
    return said;
  }

  it('says which port is in use', async () => {
    const port = new URL(server.endpoint).port;
    assert.match(await refused('port', { PORT: port, ENDPOINT: server.endpoint }), new RegExp(`\\b${port}\\b`));
  });

  it('says that the data folder is in use', async () => {
    assert.match(await refused('folder', { GATEHOUSE_DATA: server.data }), /in use/);
    assert.equal((await fetch(`${server.endpoint}/oidc/jwks`)).status, 200, 'the first one lives on');
  });

  it('says that the database cannot be reached', async () => {
    const SECRET_VAULT_KEK = Buffer.alloc(32, 7).toString('base64');
    const said = await refused('database', { DB_URL: 'postgres://a:b@127.0.0.1:9/none', SECRET_VAULT_KEK });
    assert.match(said, /DB_URL|127\.0\.0\.1:9/);
    assert.doesNotMatch(said, /a:b@/, 'the password is not shown');
  });

  it('says that a database needs a key of its own', async () => {
    assert.match(await refused('key', { DB_URL: 'postgres://a:b@127.0.0.1:9/none' }), /SECRET_VAULT_KEK/);
  });

  it('says what an unknown setting was meant to be', async () => {
    assert.match(await refused('setting', { GATEHOUSE_DATTA: '/nowhere' }), /GATEHOUSE_DATA\b/);
  });

  it('explains itself', async () => {
    for (const command of [[], ['start'], ['test'], ['check'], ['bench'], ['admin']]) {
      const program = gatehouse('help', [...command, '--help'], {});
      const { code } = await program.ended;
      assert.equal(code, 0, `${command} --help: ${program.output()}`);
      assert.ok(program.output().trim().length > 40, `${command} --help says little: ${program.output()}`);
    }
  });

  it('ends within ten seconds of Ctrl-C and frees its ports', async () => {
    const began = performance.now();
    server.program.signal('SIGINT');
    await server.program.ended;
    assert.ok(performance.now() - began < 10_000);
    await assert.rejects(fetch(server.endpoint), 'nobody listens');
    await server.startsAgain();
  });
});
