// The shipped server, with the testkit, on free ports and a data folder of its own.
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Management } from './management.mjs';
import { freePort, run, untilItAnswers } from './process.mjs';

export const checkout = fileURLToPath(new URL('../..', import.meta.url));
export const artifacts = join(checkout, 'e2e', 'artifacts');

/** A server that is built starts in seconds, on a busy machine in tens of them; one that has to be built first says so. */
const startsWithin = (program) => (/building|compiles/.test(program.output()) ? 600_000 : 90_000);

/** The settings of a server with ports and a data folder of its own. */
export async function freshSettings(name) {
  const [port, adminPort, managementPort] = [await freePort(), await freePort(), await freePort()];
  return {
    PORT: String(port),
    ADMIN_PORT: String(adminPort),
    ENDPOINT: `http://localhost:${port}`,
    ADMIN_ENDPOINT: `http://localhost:${adminPort}`,
    GATEHOUSE_HEALTH_PORT: String(managementPort),
    GATEHOUSE_DATA: mkdtempSync(join(tmpdir(), `gatehouse-${name}-`)),
  };
}

/** Runs `./gatehouse`, or that of another path, with arguments and settings, and waits for nothing. */
export function gatehouse(name, args, env, script = join(checkout, 'gatehouse')) {
  mkdirSync(artifacts, { recursive: true });
  return run(script, args, { cwd: checkout, env, log: join(artifacts, `${name}-server.log`) });
}

/**
 * Starts Gatehouse. With `E2E_ENDPOINT` (and `_ADMIN_ENDPOINT`) set, a server that already runs is used. One that is `beside`
 * another is known to people by the addresses of that one, and reached by its own.
 */
export async function startGatehouse(name, { env = {}, testkit = true, beside } = {}) {
  if (process.env.E2E_ENDPOINT) return running();
  const fresh = { ...(await freshSettings(name)), ...env };
  const { ENDPOINT: endpoint, ADMIN_ENDPOINT: adminEndpoint, GATEHOUSE_DATA: data } = fresh;
  const settings = beside ? { ...fresh, ENDPOINT: beside.endpoint, ADMIN_ENDPOINT: beside.adminEndpoint } : fresh;
  const ready = `${endpoint}/oidc/.well-known/openid-configuration`;
  const start = () => gatehouse(name, testkit ? ['start', '--testkit'] : ['start'], settings);
  const server = {
    endpoint,
    adminEndpoint,
    managementPort: Number(settings.GATEHOUSE_HEALTH_PORT),
    data,
    settings,
    management: new Management(endpoint),
    adminManagement: new Management(adminEndpoint),
  };
  borrowPrograms(data);
  server.program = start();
  /** Starts it again after it has ended, with what its data folder holds. */
  server.startsAgain = async () => {
    const began = performance.now();
    server.program = start();
    await untilItAnswers(ready, server.program, startsWithin);
    server.readyIn = (performance.now() - began) / 1000;
  };
  server.restart = async () => {
    await server.program.stop();
    await server.startsAgain();
  };
  server.stop = async () => {
    await server.program.stop();
    endOrphan(data);
    rmSync(data, { recursive: true, force: true });
  };
  try {
    await untilItAnswers(ready, server.program, startsWithin);
    lendPrograms(data);
  } catch (cause) {
    await server.stop();
    throw cause;
  }
  return server;
}

/** PostgreSQL's programs as a server has unpacked them, for all that start after it; a whole run starts some sixty. */
const programs = join(checkout, 'target', 'postgres-of-journeys');

const unpackedIn = (folder) => (existsSync(folder) ? readdirSync(folder).filter((name) => name.startsWith('binaries-')) : []);

/** Puts what another server has unpacked into a new data folder: a database of its own is made all the same. */
function borrowPrograms(data) {
  const folder = join(data, 'postgres');
  if (existsSync(folder)) return;
  for (const name of unpackedIn(programs)) {
    mkdirSync(folder, { recursive: true });
    symlinkSync(join(programs, name), join(folder, name));
  }
}

function lendPrograms(data) {
  for (const name of unpackedIn(join(data, 'postgres'))) {
    if (existsSync(join(programs, name))) continue;
    mkdirSync(programs, { recursive: true });
    const fresh = mkdtempSync(join(programs, 'fresh-'));
    cpSync(join(data, 'postgres', name), join(fresh, name), { recursive: true, verbatimSymlinks: true });
    try {
      renameSync(join(fresh, name), join(programs, name));
    } catch {
      // Another journey was first.
    }
    rmSync(fresh, { recursive: true, force: true });
  }
}

/** Ends the PostgreSQL of a server that was killed, which nobody would start again to find it. */
function endOrphan(data) {
  try {
    const folder = join(data, 'postgres');
    const cluster = readdirSync(folder).find((name) => /^data-\d+$/.test(name));
    process.kill(Number(readFileSync(join(folder, cluster, 'postmaster.pid'), 'utf8').split('\n')[0]), 'SIGQUIT');
  } catch {
    // It has ended with its server.
  }
}

function running() {
  const endpoint = process.env.E2E_ENDPOINT;
  const adminEndpoint = process.env.E2E_ADMIN_ENDPOINT;
  return {
    endpoint,
    adminEndpoint,
    management: new Management(endpoint),
    adminManagement: new Management(adminEndpoint),
    stop: async () => {},
  };
}
