// The shipped server, with the testkit, on free ports and a data folder of its own.
import { mkdtempSync, mkdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { Management } from './management.mjs';
import { freePort, run, untilItAnswers } from './process.mjs';

export const checkout = fileURLToPath(new URL('../..', import.meta.url));
export const artifacts = join(checkout, 'e2e', 'artifacts');

/** Starts Gatehouse. With `GATEHOUSE_E2E_ENDPOINT` (and `_ADMIN_ENDPOINT`) set, a server that already runs is used. */
export async function startGatehouse(name, { env = {}, testkit = true } = {}) {
  mkdirSync(artifacts, { recursive: true });
  if (process.env.GATEHOUSE_E2E_ENDPOINT) {
    const endpoint = process.env.GATEHOUSE_E2E_ENDPOINT;
    const adminEndpoint = process.env.GATEHOUSE_E2E_ADMIN_ENDPOINT;
    return { endpoint, adminEndpoint, management: new Management(endpoint), stop: async () => {} };
  }
  const [port, adminPort, managementPort] = [await freePort(), await freePort(), await freePort()];
  const data = mkdtempSync(join(tmpdir(), `gatehouse-${name}-`));
  const endpoint = `http://localhost:${port}`;
  const adminEndpoint = `http://localhost:${adminPort}`;
  const settings = {
    PORT: String(port),
    ADMIN_PORT: String(adminPort),
    ENDPOINT: endpoint,
    ADMIN_ENDPOINT: adminEndpoint,
    QUARKUS_MANAGEMENT_PORT: String(managementPort),
    GATEHOUSE_DATA: data,
    ...env,
  };
  const start = () =>
    run(join(checkout, 'gatehouse'), testkit ? ['start', '--testkit'] : ['start'], {
      cwd: checkout,
      env: settings,
      log: join(artifacts, `${name}-server.log`),
    });
  const server = { endpoint, adminEndpoint, port, adminPort, managementPort, data };
  server.program = start();
  await untilItAnswers(`${endpoint}/oidc/.well-known/openid-configuration`, server.program, 300_000);
  server.management = new Management(endpoint);
  server.adminManagement = new Management(adminEndpoint);
  server.restart = async () => {
    await server.program.stop();
    const began = performance.now();
    server.program = start();
    await untilItAnswers(`${endpoint}/oidc/.well-known/openid-configuration`, server.program, 120_000);
    server.readyIn = (performance.now() - began) / 1000;
  };
  server.stop = async () => {
    await server.program.stop();
    rmSync(data, { recursive: true, force: true });
  };
  return server;
}
