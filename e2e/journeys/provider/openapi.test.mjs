// schemathesis from PyPI reads our OpenAPI document and sends what it allows, and what it does not.
import assert from 'node:assert/strict';
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { promisify } from 'node:util';
import { artifacts, checkout, startGatehouse } from '../../harness/server.mjs';

const program = join(checkout, process.env.E2E_VENV ?? 'e2e/.venv', 'bin', 'schemathesis');
const seconds = process.env.E2E_LONG ? 1800 : 90;
const examples = process.env.E2E_LONG ? 200 : 3;

describe('The OpenAPI document, tried by schemathesis', () => {
  let server;

  before(async () => {
    server = await startGatehouse('openapi');
  });
  after(() => server?.stop());

  it('no request that it allows or forbids is a defect of the server, and answers are as it says', async () => {
    const run = promisify(execFile)(
      program,
      [
        ...['--config-file', join(checkout, 'e2e', 'schemathesis.toml')],
        'run',
        `${server.endpoint}/api/.well-known/management.openapi.json`,
        ...['--header', 'development-user-id: e2e'],
        ...['--checks', 'not_a_server_error,content_type_conformance,response_schema_conformance'],
        ...['--phases', 'coverage,fuzzing'],
        ...['--max-examples', examples, '--max-time', seconds, '--seed', 7],
        // Two threads at once trip over a fault of Python 3.11's own parser (AST recursion depth mismatch).
        ...['--workers', 1, '--no-shrink', '--continue-on-failure', '--suppress-health-check', 'all'],
      ].map(String),
      { maxBuffer: 64 * 1024 * 1024, timeout: (seconds + 120) * 1000, cwd: server.data },
    );
    const { stdout, failed } = await run.catch(({ stdout }) => ({ stdout, failed: true }));
    mkdirSync(artifacts, { recursive: true });
    writeFileSync(join(artifacts, 'schemathesis.log'), stdout);
    assert.ok(!failed, `schemathesis found something:\n${stdout.slice(0, 6000)}`);
    assert.match(stdout, /passed/i, 'it has sent requests');
  });
});
