// What processes cost, as Linux counts it in /proc.
import { execFileSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ticksPerSecond = Number(execFileSync('getconf', ['CLK_TCK'], { encoding: 'utf8' }));
const pageSize = Number(execFileSync('getconf', ['PAGESIZE'], { encoding: 'utf8' }));

/** The fields of /proc/<pid>/stat after the name, which may hold spaces and brackets. */
function stat(pid, folder = `/proc/${pid}`) {
  try {
    const text = readFileSync(`${folder}/stat`, 'utf8');
    const name = text.slice(text.indexOf('(') + 1, text.lastIndexOf(')'));
    const [, parent, ...rest] = text.slice(text.lastIndexOf(')') + 2).split(' ');
    const [user, system, childUser, childSystem] = rest.slice(9, 13).map(Number);
    return { pid, name, parent: Number(parent), own: user + system, reaped: childUser + childSystem, pages: Number(rest[19]) };
  } catch {
    return undefined;
  }
}

const all = () =>
  readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name))
    .map((name) => stat(Number(name)))
    .filter(Boolean);

/** A process and everything below it. */
function family(root) {
  const processes = all();
  const found = processes.filter(({ pid }) => pid === root);
  for (let index = 0; index < found.length; index++) {
    found.push(...processes.filter(({ parent }) => parent === found[index].pid));
  }
  return found;
}

/** The Java process below the program that was started. */
export function javaBelow(root) {
  const found = family(root).find(({ name }) => name === 'java');
  if (!found) throw new Error(`no Java process below ${root}`);
  return found.pid;
}

/** The postmaster of the data folder. */
export function postmasterOf(data) {
  const folder = join(data, 'postgres');
  const cluster = readdirSync(folder).find((name) => /^data-\d+$/.test(name));
  return Number(readFileSync(join(folder, cluster, 'postmaster.pid'), 'utf8').split('\n')[0]);
}

/** CPU microseconds that the server, with its processes for scripts, and PostgreSQL have used so far. */
export function cpu({ java, postmaster }) {
  const microseconds = (ticks) => (ticks / ticksPerSecond) * 1e6;
  const scripts = family(java).filter(({ pid, name }) => pid !== java && name === 'java');
  const backends = family(postmaster);
  const reaped = backends.find(({ pid }) => pid === postmaster)?.reaped ?? 0;
  return {
    server: microseconds(scripts.reduce((sum, { own }) => sum + own, stat(java).own)),
    postgres: microseconds(backends.reduce((sum, { own }) => sum + own, reaped)),
  };
}

/** CPU microseconds so far of the server's threads whose names match. */
const threads = ({ java }, named) =>
  readdirSync(`/proc/${java}/task`)
    .map((thread) => stat(thread, `/proc/${java}/task/${thread}`))
    .filter((thread) => thread && named.test(thread.name))
    .reduce((sum, { own }) => sum + (own / ticksPerSecond) * 1e6, 0);

/** Of the JVM's compilers: what is left of them says whether an operation was warm. */
export const compilers = (server) => threads(server, /^C[12] Comp/);

/** Of those that hash passwords. */
export const hashing = (server) => threads(server, /^password-/);

/** Resident bytes of the server. */
export const resident = ({ java }) => stat(java).pages * pageSize;
