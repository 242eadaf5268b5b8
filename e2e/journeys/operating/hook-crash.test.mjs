// Events outlive kills: of the server, and of its PostgreSQL, in the middle of changes. `E2E_LONG=1` makes a thousand of them.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startGatehouse } from '../../harness/server.mjs';

const long = process.env.E2E_LONG === '1';
const changes = long ? 1_000 : 40;
const rounds = long ? 20 : 2;
const writers = 4;
const patience = 120_000;

/** Somebody's endpoint: keeps what arrives, in the order in which it arrives, and takes a moment to answer. */
async function startReceiver() {
  const received = [];
  const server = createServer(async (request, answer) => {
    let body = '';
    for await (const chunk of request) body += chunk;
    const { event, params, data } = JSON.parse(body);
    const role = data?.id ?? params.id;
    received.push({
      id: request.headers['gatehouse-delivery-id'],
      sequence: Number(request.headers['gatehouse-delivery-sequence']),
      role,
      change: told(event, role, data?.description),
      body,
    });
    await sleep(received.length % 20);
    answer.end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { received, url: `http://127.0.0.1:${server.address().port}/`, stop: () => server.close() };
}

/** A change as events and the administrators' audit both tell it. */
const told = (event, role, description = '') => `${event} ${role} ${description}`.trim();

const events = { 'role.created': 'Role.Created', 'role.updated': 'Role.Data.Updated', 'role.deleted': 'Role.Deleted' };

/** The postmaster's process and all that it has started. */
function postgresOf(data) {
  const folder = join(data, 'postgres');
  const cluster = readdirSync(folder).find((name) => /^data-\d+$/.test(name));
  const postmaster = Number(readFileSync(join(folder, cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
  const children = execFileSync('ps', ['-o', 'pid=', '--ppid', String(postmaster)], { encoding: 'utf8' });
  return [postmaster, ...children.trim().split(/\s+/).map(Number)];
}

describe('Webhooks and kills', { skip: process.platform !== 'linux' || Boolean(process.env.E2E_ENDPOINT) }, () => {
  let server;
  let receiver;
  let hook;
  const acknowledged = [];

  before(async () => {
    receiver = await startReceiver();
    server = await startGatehouse('hook-crash', { env: { GATEHOUSE_EGRESS_ALLOW: '127.0.0.0/8' } });
    hook = await server.management.post('/hooks', { name: 'crash', events: Object.values(events), config: { url: receiver.url } });
  });
  after(async () => {
    await server?.stop();
    receiver?.stop();
  });

  /** A role is made, changed three times, and every second one deleted; gives up at the first answer that is no success. */
  async function story(writer, number) {
    const ask = async (method, path, body, event) => {
      const answer = await server.management.send(method, path, body);
      if (answer.status >= 300) throw new Error(`${answer.status} ${answer.text}`);
      const role = answer.body?.id ?? path.split('/').at(-1);
      acknowledged.push(told(event, role, body?.description));
      return role;
    };
    const name = `role ${writer}.${number}`;
    const role = await ask('POST', '/roles', { name, description: 'new' }, 'Role.Created');
    for (const description of ['first', 'second', 'third']) {
      await ask('PATCH', `/roles/${role}`, { description }, 'Role.Data.Updated');
    }
    if (number % 2) await ask('DELETE', `/roles/${role}`, undefined, 'Role.Deleted');
  }

  async function until(what, fulfilled) {
    const deadline = Date.now() + patience;
    while (!(await fulfilled())) {
      assert.ok(Date.now() < deadline, `waited in vain for ${what}`);
      await sleep(20);
    }
  }

  const waiting = async () => {
    const answer = await server.management.send('GET', `/hooks/${hook.id}/deliveries?state=Waiting&page_size=1`).catch(() => undefined);
    return answer?.status === 200 ? Number(answer.headers.get('total-number')) : undefined;
  };

  it(`${changes} changes and ${rounds} kills: each change is told, in order, and nothing else is`, async () => {
    let over = false;
    const writing = Array.from({ length: writers }, async (_, writer) => {
      for (let number = 0; !over; number++) await story(writer, number).catch(() => sleep(50));
    });
    for (let round = 0; round < rounds; round++) {
      const wanted = ((round + 1) * changes) / rounds;
      await until(`${wanted} changes`, () => acknowledged.length >= wanted);
      await sleep((round * 37) % 150);
      if (round % 2 === 0) {
        server.program.signal('SIGKILL');
        await server.program.ended;
        await server.startsAgain();
      } else {
        for (const process_ of postgresOf(server.data)) process.kill(process_, 'SIGKILL');
        await until('the database', async () => (await waiting()) !== undefined);
      }
    }
    over = true;
    await Promise.all(writing);
    await until('all deliveries', async () => (await waiting()) === 0);

    const { received } = receiver;
    const delivered = new Set(received.map(({ change }) => change));
    assert.deepEqual(acknowledged.filter((change) => !delivered.has(change)), [], 'acknowledged, and never told');

    // The audit is written in the transaction of the change: what it knows has happened, and nothing else has.
    const { text } = await server.management.send('GET', '/audit-records/export');
    const happened = text
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line))
      .filter(({ action }) => events[action])
      .map(({ action, subjectId, after: now }) => told(events[action], subjectId, now?.description));
    assert.deepEqual([...delivered].sort(), [...new Set(happened)].sort(), 'what is told is what has happened');

    const bodies = new Map();
    const ids = new Map();
    for (const { id, change, body } of received) {
      assert.equal(bodies.get(id) ?? body, body, 'an id always comes with the same body');
      assert.equal(ids.get(change) ?? id, id, `${change} is told again under another id`);
      bodies.set(id, body);
      ids.set(change, id);
    }

    const order = ['Role.Created', 'new', 'first', 'second', 'third', 'Role.Deleted'];
    const place = ({ change }) => Math.max(...change.split(' ').map((word) => order.indexOf(word)));
    const last = new Map();
    for (const arrived of received) {
      const before = last.get(arrived.role);
      if (before) {
        assert.ok(before.sequence <= arrived.sequence, `${arrived.change} arrived after ${before.change}`);
        assert.ok(place(before) <= place(arrived), `${arrived.change} was numbered after ${before.change}`);
      }
      last.set(arrived.role, arrived);
    }
    const again = received.length - bodies.size;
    console.log(`${acknowledged.length} changes acknowledged, ${bodies.size} events, ${again} of them delivered again, ${rounds} kills`);
  });
});
