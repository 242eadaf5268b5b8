// `./gatehouse bench`: what each operation costs the server, cold and warm, beside its budget.
import { join } from 'node:path';
import { performance } from 'node:perf_hooks';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { Management } from '../e2e/harness/management.mjs';
import { checkout, gatehouse, startGatehouse } from '../e2e/harness/server.mjs';
import { compared, comparisons, verification } from './comparisons.mjs';
import { connect } from './http.mjs';
import { measure, together } from './measure.mjs';
import { operations, prepare } from './operations.mjs';
import { load } from './people.mjs';
import { cpu, javaBelow, postmasterOf, resident } from './processes.mjs';
import { render, write } from './report.mjs';
import { slower } from './yardstick.mjs';

const { values } = parseArgs({
  options: {
    long: { type: 'boolean', default: false },
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    workers: { type: 'string', default: '4' },
    'no-write': { type: 'boolean', default: false },
    help: { type: 'boolean', default: false },
  },
});
if (values.help) {
  console.log(`Measures what each operation costs the server and writes docs/reference/performance.md.

  --quick        a second an operation: to see that the bench works
  --long         two minutes of warming up, and a list out of a million users besides
  --only TEXT    operations whose name holds TEXT; writes nothing
  --workers N    connections (4)
  --no-write     prints the table only`);
  process.exit(0);
}

const settings = {
  workers: Number(values.workers),
  cold: 200,
  users: 10_000,
  ...(values.quick
    ? { warm: 1, enough: 0, atMost: 1, seconds: 1 }
    : values.long
      ? { warm: 120, enough: 6_000, atMost: 300, seconds: 30 }
      : { warm: 20, enough: 6_000, atMost: 180, seconds: 10 }),
};

const server = await startGatehouse('bench', { testkit: false });
const processes = () =>
  Object.assign(server, { java: javaBelow(server.program.pid), postmaster: postmasterOf(server.data) });

/** The Management API as a script calls it, with the credential that the command line prints. */
class Administrator extends Management {
  static async of({ endpoint, settings }) {
    const program = gatehouse('bench-credential', ['admin', 'credential'], settings);
    await program.ended;
    const output = program.output();
    const { clientId, clientSecret, tokenEndpoint, resource, scope } = JSON.parse(output.slice(output.indexOf('{'), output.lastIndexOf('}') + 1));
    const answer = await fetch(tokenEndpoint, {
      method: 'POST',
      headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
      body: new URLSearchParams({ grant_type: 'client_credentials', resource, scope }),
    });
    const administrator = new Administrator(endpoint);
    administrator.authorization = `Bearer ${(await answer.json()).access_token}`;
    return administrator;
  }

  send(method, path, body) {
    return super.send(method, path, body, { authorization: this.authorization });
  }
}

/** Runs an operation for a while, in pieces; making the supplies that some need is left out. */
async function pieces(operation, { seconds, count = Infinity }) {
  const bounds = { workers: settings.workers };
  const made = [];
  const deadline = performance.now() + seconds * 1000;
  do {
    const supplies = await operation.supply?.(Math.min(count, 400));
    const once = supplies ? (worker) => operation.once(worker, supplies.pop()) : operation.once;
    const bound = supplies ? { count: supplies.length } : { seconds: Math.min(2, seconds), count };
    made.push(await measure(server, once, { ...bounds, ...bound }));
  } while (performance.now() < deadline && count === Infinity);
  return made;
}

const portion = async (operation, bounds) => together(await pieces(operation, bounds));

/**
 * Measures an operation. Pieces in which the machine was slow for reasons of its own are measured again, within a bound;
 * what counts is as long as was asked for, of the pieces in which it was fastest.
 */
async function quietly(operation, seconds) {
  const made = await pieces(operation, { seconds });
  const wanted = made.length;
  const quiet = () => made.filter(({ machine }) => slower(machine) < 1.1).length;
  while (quiet() < wanted && made.length < 3 * wanted) made.push(...(await pieces(operation, { seconds: Math.min(2, seconds) })));
  return together(made.toSorted((a, b) => a.machine - b.machine).slice(0, wanted));
}

/**
 * Runs an operation until the JVM knows it: for a while, and so often, as its compilers count calls. What is slow gets
 * longer for that, within a bound.
 */
async function warmed(operation) {
  const began = performance.now();
  const passed = () => (performance.now() - began) / 1000;
  let { operations } = await portion(operation, { seconds: settings.warm });
  while (operations < settings.enough && passed() < settings.atMost) {
    operations += (await portion(operation, { seconds: Math.min(5, settings.atMost - passed()) })).operations;
  }
}

/** Stops the server and starts it again with its data: wall time to the first answer, and CPU until then. */
async function restarted() {
  await server.restart();
  const wall = server.readyIn;
  processes();
  const used = cpu(server);
  return { wall, cpu: used.server / 1e6, postgres: used.postgres / 1e6 };
}

const http = connect(server.endpoint, settings.workers);
try {
  processes();
  const made = await prepare(await Administrator.of(server), settings.workers);
  await load(server.data, settings.users);
  const starts = [await restarted(), await restarted(), await restarted()].sort((a, b) => a.wall - b.wall);
  const start = starts[1];
  await sleep(2_000);
  const memory = { idle: resident(server) };

  const all = Object.entries(await operations(server.endpoint, http, made, settings.workers)).filter(
    ([name]) => !values.only || name.includes(values.only),
  );
  const results = [];
  const requests = await all.find(([, operation]) => operation.requests)?.[1].requests();
  for (const [name, operation] of all) {
    process.stderr.write(`${name} … `);
    const cold = await portion(operation, { seconds: 60, count: settings.cold });
    results.push({ name, operation, cold });
    process.stderr.write(`cold ${cold.server.toFixed(2)} + ${cold.postgres.toFixed(2)} ms\n`);
  }
  for (const result of results) {
    process.stderr.write(`${result.name} … `);
    await warmed(result.operation);
    result.warm = await quietly(result.operation, settings.seconds);
    const { server: own, postgres, statements, machine } = result.warm;
    process.stderr.write(`warm ${own.toFixed(3)} + ${postgres.toFixed(3)} ms, ${statements?.toFixed(1) ?? '?'} statements, machine ${slower(machine).toFixed(2)}\n`);
  }
  memory.loaded = resident(server);

  const beside = [];
  const pairs = await comparisons({ management: await Administrator.of(server), endpoint: server.endpoint, http, made, workers: settings.workers });
  for (const pair of pairs.filter(({ name }) => !values.only || name.includes(values.only))) {
    process.stderr.write(`${pair.name} … `);
    const result = await compared(server, pair, settings);
    beside.push(result);
    const { one, other } = result;
    process.stderr.write(
      `${one.server.toFixed(3)} + ${one.postgres.toFixed(3)} beside ${other.server.toFixed(3)} + ${other.postgres.toFixed(3)} ms\n`,
    );
  }
  const yardstick = verification(checkout, server.java);

  const list = results.find(({ name }) => name === 'list of 20 users');
  if (values.long && list) {
    await load(server.data, 1_000_000);
    await portion(list.operation, { seconds: 10 });
    results.splice(results.indexOf(list) + 1, 0, {
      name: 'list of 20 users of 1,000,000',
      warm: await quietly(list.operation, settings.seconds),
    });
  }
  const text = render({ results: withoutTheHash(results), beside, yardstick, start, resident: memory, requests, settings });
  console.log(text);
  if (!values.only && !values['no-write'] && !values.quick) write(join(checkout, 'docs', 'reference', 'performance.md'), text);
} finally {
  http.close();
  await server.stop();
}

/** Splits the sign-in into the hash and the rest, by the threads that hash. */
function withoutTheHash(results) {
  const signIn = results.find(({ name }) => name === 'complete password sign-in');
  const check = results.find(({ name }) => name === 'password check');
  const rest = (cost) => ({ ...cost, server: cost.server - cost.hashing });
  const hash = ({ hashing, machine }) => ({ server: hashing, postgres: 0, machine });
  return results.flatMap((result) =>
    result === signIn
      ? [signIn, { name: `${signIn.name}, less the hash`, warm: rest(signIn.warm), cold: rest(signIn.cold) }]
      : result === check
        ? [{ name: 'password hash', warm: hash(check.warm), cold: hash(check.cold) }]
        : [result],
  );
}
