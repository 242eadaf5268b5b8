// Starting and stopping: what an operator meets before anybody signs in.
import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { untilItAnswers } from '../../harness/process.mjs';
import { checkout, freshSettings, gatehouse, startGatehouse } from '../../harness/server.mjs';

const kek = Buffer.alloc(32, 7).toString('base64');
const mayHide = spawnSync('unshare', ['-m', 'true']).status === 0;

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
    assert.ok(said.split('\n').length <= 2, `more than a sentence:\n${said}`);
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
    const said = await refused('database', { DB_URL: 'postgres://a:b@127.0.0.1:9/none', SECRET_VAULT_KEK: kek });
    assert.match(said, /DB_URL|127\.0\.0\.1:9/);
    assert.doesNotMatch(said, /a:b@/, 'the password is not shown');
  });

  it('says that a database needs a key of its own', async () => {
    assert.match(await refused('key', { DB_URL: 'postgres://a:b@127.0.0.1:9/none' }), /SECRET_VAULT_KEK/);
  });

  it('says what an unknown setting was meant to be', async () => {
    assert.match(await refused('setting', { GATEHOUSE_DATTA: '/nowhere' }), /GATEHOUSE_DATA\b/);
    const file = join(mkdtempSync(join(tmpdir(), 'gatehouse-file-')), 'gatehouse.properties');
    writeFileSync(file, 'ENDPIONT=http://localhost:3001\n');
    assert.match(await refused('file', { GATEHOUSE_CONFIG: file }), /ENDPIONT.*did you mean ENDPOINT\?/);
  });

  it('says which setting has no such value', async () => {
    assert.match(await refused('number', { PORT: 'many' }), /PORT/);
    assert.match(await refused('url', { ENDPOINT: 'localhost' }), /ENDPOINT/);
    assert.match(await refused('postgres', { DB_URL: 'mysql://localhost/x', SECRET_VAULT_KEK: kek }), /DB_URL/);
    assert.match(await refused('short-key', { SECRET_VAULT_KEK: 'c2hvcnQ=' }), /SECRET_VAULT_KEK/);
    assert.match(await refused('certificate', { HTTPS_CERT_PATH: '/nowhere.pem', HTTPS_KEY_PATH: '/nowhere.key' }), /HTTPS_CERT_PATH/);
    assert.match(await refused('half-a-certificate', { HTTPS_CERT_PATH: join(checkout, 'pom.xml') }), /HTTPS_KEY_PATH/);
  });

  it('says that the data folder cannot be written', async () => {
    const file = join(mkdtempSync(join(tmpdir(), 'gatehouse-no-')), 'a-file');
    writeFileSync(file, '');
    assert.match(await refused('no-folder', { GATEHOUSE_DATA: join(file, 'data') }), /data/);
  });

  it('says that a JDK is missing', { skip: !mayHide && 'another view of the file system cannot be had here' }, async () => {
    const hidden = 'mount -t tmpfs none /usr/lib/jvm && PATH=/usr/bin:/bin JAVA_HOME= HOME=/nonexistent exec "$0" start';
    const { status, stderr } = spawnSync('unshare', ['-m', 'sh', '-c', hidden, join(checkout, 'gatehouse')], { encoding: 'utf8' });
    assert.notEqual(status, 0);
    assert.match(stderr, /^Gatehouse needs a JDK 25.*\n$/);
  });

  it('says what a command or an option was meant to be', async () => {
    assert.match(await refused('command', {}, ['strat']), /did you mean start\?/);
    assert.match(await refused('option', {}, ['keys', 'rotate', '--tennant=admin']), /did you mean --tenant\?/);
  });

  for (const command of [[], 'start', 'test', 'check', 'fmt', 'generate', 'bench', 'admin', 'admin create', 'admin credential', 'keys', 'keys rotate', 'secrets', 'secrets reseal', 'help settings']) {
    it(`explains itself: ${command}`, async () => {
      const words = command.length ? command.split(' ') : [];
      const program = gatehouse('help', [...words, '--help'], {});
      const { code } = await program.ended;
      assert.equal(code, 0, program.output());
      assert.ok(program.output().trim().length > 40, `says little: ${program.output()}`);
    });
  }

  it('makes an administrator and rotates a key while the server runs', async () => {
    const settings = { ...server.settings, GATEHOUSE_HEALTH_PORT: '0' };
    const command = async (...words) => {
      const program = gatehouse('command', words, settings);
      const { code } = await program.ended;
      assert.equal(code, 0, program.output());
      return program.output();
    };
    assert.match(await command('admin', 'create', '--username', 'keeper', '--password', 'High-tide-71-sail'), /keeper/);
    const credential = JSON.parse(await command('admin', 'credential'));
    assert.equal(credential.clientId, 'm-default');
    const published = async () => (await (await fetch(`${server.endpoint}/oidc/jwks`)).json()).keys.length;
    const before = await published();
    await command('keys', 'rotate');
    for (let tries = 0; tries < 40 && (await published()) === before; tries++) await sleep(50);
    assert.equal(await published(), before + 1);
    assert.match(await command('secrets', 'reseal'), /Sealed anew/);
  });

  it('ends within ten seconds of Ctrl-C and frees its ports', async () => {
    const began = performance.now();
    server.program.signal('SIGINT');
    await server.program.ended;
    assert.ok(performance.now() - began < 10_000);
    await assert.rejects(fetch(server.endpoint), 'nobody listens');
    assert.ok(!existsSync(join(server.data, 'postgres', 'data-18', 'postmaster.pid')), 'its database has ended too');
    assert.doesNotMatch(server.program.output(), /exception|^\s+at /im, 'without a complaint');
    assert.match(await refused('wrong-key', { GATEHOUSE_DATA: server.data, SECRET_VAULT_KEK: kek }), /SECRET_VAULT_KEK/);
    await server.startsAgain();
    assert.ok(server.readyIn < 20, `the second start took ${server.readyIn} s`);
  });

  for (const [signal, moment] of [['SIGTERM', 0.8], ['SIGINT', 1.6], ['SIGTERM', 3]]) {
    it(`leaves nothing behind when ${signal} comes in the middle of its very first start (${moment} s)`, async () => {
      const settings = await freshSettings('first');
      const program = gatehouse('first', ['start'], settings);
      await sleep(moment * 1000);
      const began = performance.now();
      program.signal(signal);
      await program.ended;
      assert.ok(performance.now() - began < 10_000, 'nobody waits for a database that is being made');
      assert.equal(program.output().replace(/\nGatehouse is ready[^]*stops it\.\n/, '').trim(), '', 'without a word');
      assert.equal(spawnSync('pgrep', ['-f', settings.GATEHOUSE_DATA]).status, 1, 'no process is left');
      const again = gatehouse('first', ['start'], settings);
      const ready = `${settings.ENDPOINT}/oidc/jwks`;
      await untilItAnswers(ready, again, () => 90_000);
      await again.stop();
      rmSync(settings.GATEHOUSE_DATA, { recursive: true, force: true });
    });
  }

  for (const [signal, part] of [['SIGTERM', 0.3], ['SIGINT', 0.5], ['SIGTERM', 0.7], ['SIGINT', 0.9]]) {
    it(`leaves nothing behind when ${signal} comes in the middle of its start (${part})`, async () => {
      if (!server.program.isOver()) await server.program.stop();
      const program = gatehouse('interrupted', ['start'], server.settings);
      await sleep(part * server.readyIn * 1000);
      const began = performance.now();
      program.signal(signal);
      await program.ended;
      assert.ok(performance.now() - began < 10_000, 'it ends soon');
      assert.equal(program.output().replace(/\nGatehouse is ready[^]*stops it\.\n/, '').trim(), '', 'without a word');
      assert.ok(!existsSync(join(server.data, 'postgres', 'data-18', 'postmaster.pid')), 'its database has ended too');
      assert.equal(spawnSync('pgrep', ['-f', server.data]).status, 1, 'and no process is left');
    });
  }
});
