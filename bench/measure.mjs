// A closed loop: as many workers as connections, each sending its next request when the last is answered.
import { performance } from 'node:perf_hooks';
import { compilers, cpu, hashing } from './processes.mjs';
import { yardstick } from './yardstick.mjs';

const metrics = ['/q/metrics', '/metrics', '/health/metrics'];

/** How many SQL statements the server has sent so far, as its metrics tell; undefined where they cannot be read. */
export async function statements({ endpoint, managementPort }) {
  for (const base of [`http://localhost:${managementPort}`, endpoint]) {
    for (const path of metrics) {
      try {
        const answer = await fetch(base + path, { headers: { accept: 'text/plain' } });
        const lines = answer.ok ? (await answer.text()).split('\n') : [];
        const counters = lines.filter((line) => line.startsWith('gatehouse_sql_statements_total'));
        if (counters.length) return counters.reduce((sum, line) => sum + Number(line.split(' ').at(-1)), 0);
      } catch {
        // Not there.
      }
    }
  }
  return undefined;
}

const quantile = (sorted, q) => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * q))];

/** Runs `operation(worker)` until `seconds` have passed or `count` is reached; gives cost per operation. */
export async function measure(server, operation, { workers, seconds = Infinity, count = Infinity }) {
  const machine = [yardstick()];
  // The metrics are asked for outside of what is counted.
  const sent = await statements(server);
  const before = { ...used(server), statements: sent };
  const latencies = [];
  const start = performance.now();
  let begun = 0;
  await Promise.all(
    Array.from({ length: workers }, async (_, worker) => {
      while (begun < count && performance.now() - start < seconds * 1000) {
        begun++;
        const sent = performance.now();
        await operation(worker);
        latencies.push(performance.now() - sent);
      }
    }),
  );
  const elapsed = performance.now() - start;
  const after = { ...used(server), statements: await statements(server) };
  machine.push(yardstick());
  return { ...cost({ before, after, operations: latencies.length, elapsed, latencies }), machine: (machine[0] + machine[1]) / 2 };
}

const used = (server) => ({ cpu: cpu(server), compilers: compilers(server), hashing: hashing(server) });

export function cost({ before, after, operations, elapsed, latencies }) {
  const sorted = latencies.toSorted((a, b) => a - b);
  const known = before.statements !== undefined && after.statements !== undefined;
  return {
    operations,
    server: (after.cpu.server - before.cpu.server) / operations / 1000,
    // A compiler's thread that has ended takes its time along.
    compiling: Math.max(0, after.compilers - before.compilers) / operations / 1000,
    hashing: (after.hashing - before.hashing) / operations / 1000,
    postgres: (after.cpu.postgres - before.cpu.postgres) / operations / 1000,
    statements: known ? (after.statements - before.statements) / operations : undefined,
    perSecond: (operations / elapsed) * 1000,
    p50: quantile(sorted, 0.5),
    p99: quantile(sorted, 0.99),
  };
}

/** Sums measurements of the same operation that were made in pieces. */
export function together(pieces) {
  const operations = pieces.reduce((sum, piece) => sum + piece.operations, 0);
  const weighed = (key) =>
    pieces.some((piece) => piece[key] === undefined)
      ? undefined
      : pieces.reduce((sum, piece) => sum + piece[key] * piece.operations, 0) / operations;
  return {
    operations,
    ...Object.fromEntries(['server', 'compiling', 'hashing', 'postgres', 'statements', 'perSecond', 'p50', 'p99', 'machine'].map((key) => [key, weighed(key)])),
  };
}
