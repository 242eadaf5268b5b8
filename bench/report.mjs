// The table of docs/reference/performance.md: budgets, and what was measured.
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, release, totalmem } from 'node:os';
import { dirname } from 'node:path';
import { shortest, slower } from './yardstick.mjs';

/** CPU milliseconds of the server and of PostgreSQL, SQL statements; what others need on a machine like this. */
export const budgets = {
  'client credentials, JWT (ES384)': { server: 0.2, postgres: 0.02, logto: '6.0 + 3.2', keycloak: '2.2 + 0.18' },
  userinfo: { server: 0.1, postgres: 0.05, statements: 1, logto: '2.5 + 1.0', keycloak: '0.33 + 0.01' },
  introspection: { server: 0.1, postgres: 0.05, statements: 1, logto: '2.5 + 1.0', keycloak: '0.33 + 0.01' },
  'refresh with rotation': { server: 0.4, postgres: 0.3, statements: 2, logto: '7.6 + 4.1', keycloak: '3.8 + 0.06' },
  'code exchange': { statements: 3 },
  'complete password sign-in, less the hash': { server: 1.5, postgres: 1.0, logto: '74 + 45', keycloak: '8.8 + 1.0' },
  'password hash': { server: 18, logto: '151', keycloak: '41' },
  'single sign-on: session, code, token': { server: 0.8, postgres: 0.5, logto: '11.9 + 7.1', keycloak: '7.5 + 0.8' },
  'list of 20 users': { server: 0.4, postgres: 0.3, logto: '4.1 + 3.6', keycloak: '6.0 + 13.8' },
  'list of 20 users of 1,000,000': { server: 0.4, postgres: 0.3 },
  discovery: { server: 0.05, logto: '0.5', keycloak: '0.2' },
  JWKS: { server: 0.05, logto: '0.5', keycloak: '0.2' },
};

const mark = ['<!-- measured: written by ./gatehouse bench -->', '<!-- end of measured -->'];
const number = (value, digits = 2) => (value === undefined ? '' : value.toFixed(digits));
const pair = (cost) => (cost ? `${number(cost.server)} + ${number(cost.postgres)}` : '');

function verdict(budget, warm) {
  if (!budget || !warm) return '';
  if (budget.statements !== undefined && warm.statements === undefined) return 'statements not counted';
  const over = [];
  if (budget.server !== undefined && warm.server > budget.server) over.push(`server ${number(warm.server / budget.server, 1)}×`);
  if (budget.postgres !== undefined && warm.postgres > budget.postgres) over.push(`PostgreSQL ${number(warm.postgres / budget.postgres, 1)}×`);
  if (budget.statements !== undefined && warm.statements > budget.statements + 0.05) over.push(`${number(warm.statements, 1)} statements`);
  return over.length ? `**missed:** ${over.join(', ')}` : 'kept';
}

function wanted(budget) {
  if (!budget) return '';
  const times = budget.server === undefined ? '' : budget.postgres === undefined ? `${budget.server}` : `${budget.server} + ${budget.postgres}`;
  return [times, budget.statements !== undefined && `≤ ${budget.statements} statements`].filter(Boolean).join(', ');
}

const table = (results) =>
  [
    '| operation | budget | warm | of it compiling | cold | statements | p50 / p99 ms | per second | machine | | Logto 1.42 | Keycloak 26.5 |',
    '|---|---|---|---|---|---|---|---|---|---|---|---|',
    ...results.map(({ name, cold, warm }) => {
      const budget = budgets[name];
      const latency = warm.p50 === undefined ? '' : `${number(warm.p50, 1)} / ${number(warm.p99, 1)}`;
      return `| ${name} | ${wanted(budget)} | ${pair(warm)} | ${number(warm.compiling)} | ${pair(cold)} | ${number(warm.statements, 1)} | ${latency} | ${number(warm.perSecond, 0)} | ${number(slower(warm.machine))} | ${verdict(budget, warm)} | ${budget?.logto ?? ''} | ${budget?.keycloak ?? ''} |`;
    }),
  ].join('\n');

/** What the second of a pair costs more, beside what it may. */
function comparison({ name, allowed, one, other }, yardstick) {
  const may = allowed.verifications === undefined ? allowed.milliseconds : allowed.verifications * yardstick;
  const says =
    may === undefined ? '' : may === 0 ? 'nothing' : allowed.verifications === undefined ? `${number(may)} ms` : `one verification, ${number(may, 3)} ms`;
  const more = { server: other.server - one.server, postgres: other.postgres - one.postgres };
  const ratio = (other.server + other.postgres) / (one.server + one.postgres);
  return `| ${name} | ${pair(one)} | ${pair(other)} | ${number(more.server, 3)} + ${number(more.postgres, 3)} | ${number(ratio)} | ${number(one.statements, 1)} / ${number(other.statements, 1)} | ${says} |`;
}

const comparisonTable = (beside, yardstick) =>
  [
    '| in turns | the first | the second | more | ratio | statements | allowed |',
    '|---|---|---|---|---|---|---|',
    ...beside.map((result) => comparison(result, yardstick)),
    `| one ES256 verification alone, warm | ${number(yardstick, 3)} | | | | | |`,
  ].join('\n');

const busy = loadavg()[0];

function machine() {
  const version = (() => {
    try {
      return execFileSync('git', ['rev-parse', '--short', 'HEAD'], { encoding: 'utf8' }).trim();
    } catch {
      return 'unknown';
    }
  })();
  const gigabytes = Math.round(totalmem() / 2 ** 30);
  return `${new Date().toISOString().slice(0, 10)}, commit ${version}: ${cpus().length} × ${cpus()[0].model.trim()}, ${gigabytes} GB, Linux ${release()}. The load, the server and PostgreSQL shared the machine${busy > 0.5 ? `, **which was busy with other work** (load average ${busy.toFixed(1)} before the start)` : ''}. Its yardstick took ${number(shortest(), 1)} ms at best.`;
}

const memory = (bytes) => `${Math.round(bytes / 2 ** 20)} MB`;

export function render({ results, beside, yardstick, start, resident, requests, settings }) {
  return [
    machine(),
    '',
    `${settings.workers} connections; cold: the first ${settings.cold} operations after a start; warm: ${settings.seconds} s an operation after ${settings.warm} s of warming it up, and as long as it takes until it ran ${settings.enough} times, but no longer than ${settings.atMost} s; ${settings.users} users.`,
    "CPU milliseconds an operation, the server + PostgreSQL; compiling is what the JVM's compilers still took of the server's; statements are ours, without `set_config`, BEGIN and COMMIT; machine is how many times as much CPU as at best always the same work took just before and after.",
    '',
    table(results),
    '',
    'What one thing costs more than another, measured in turns: the second may cost as much more as the last column says.',
    '',
    comparisonTable(beside, yardstick),
    '',
    '| | budget | measured | Logto 1.42 | Keycloak 26.5 |',
    '|---|---|---|---|---|',
    `| start to first answer, data folder present | 1.2 s wall, 2.0 s CPU | ${number(start.wall)} s wall, ${number(start.cpu)} s CPU (+ ${number(start.postgres)} PostgreSQL) | 3.0 s, 3.8 s | 8.2 s, 14 s |`,
    `| resident, healthy / after the load | 200 / 400 MB | ${memory(resident.idle)} / ${memory(resident.loaded)} | 296 / 704 MB | 331 / 600 MB |`,
    `| requests of a complete password sign-in | 5 | ${requests} | | |`,
  ].join('\n');
}

/** Replaces the measured part of the page and leaves the rest as it is. */
export function write(file, text) {
  const page = existsSync(file) ? readFileSync(file, 'utf8') : skeleton;
  const [head, tail] = [page.slice(0, page.indexOf(mark[0])), page.slice(page.indexOf(mark[1]) + mark[1].length)];
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, `${head}${mark[0]}\n${text}\n${mark[1]}${tail}`);
}

const skeleton = `# Performance

What an operation costs, measured by \`./gatehouse bench\` on the shipped server with its embedded PostgreSQL: metrics on,
tracing off, access log off, keep-alive, no TLS. The budgets are what we hold ourselves to; the columns of Logto and
Keycloak were measured on a machine of the same kind.

${mark[0]}
${mark[1]}

## How it is measured

A closed loop on the same machine sends each operation over kept connections. CPU is user and system time of the server's
process, and of the postmaster with all that it started, from \`/proc\`; so waiting is not counted, and the load
generator's own work neither. Statements come from the metric \`gatehouse_sql_statements_total\`. The password
hash is told by the threads that hash.
`;
