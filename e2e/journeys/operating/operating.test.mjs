// What an operator sees of the shipped server: TLS on both listeners, health, metrics, traces, its log. It runs in a
// checkout and with a data folder whose paths have spaces and letters of other languages.
import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync } from 'node:fs';
import { Agent as Connections, request } from 'node:https';
import { connect } from 'node:tls';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { startCollector } from '../../harness/collector.mjs';
import { checkout, freshSettings, gatehouse } from '../../harness/server.mjs';

describe('Operating', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gatehouse à côté '));
  const certificate = join(folder, 'cert.pem');
  const key = join(folder, 'key.pem');
  let settings;
  let collector;
  let program;

  before(async () => {
    execFileSync('openssl', ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2', '-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1', '-keyout', key, '-out', certificate], { stdio: 'ignore' });
    collector = await startCollector();
    const fresh = await freshSettings('operating');
    rmSync(fresh.GATEHOUSE_DATA, { recursive: true });
    settings = {
      ...fresh,
      ENDPOINT: fresh.ENDPOINT.replace('http:', 'https:'),
      ADMIN_ENDPOINT: fresh.ADMIN_ENDPOINT.replace('http:', 'https:'),
      GATEHOUSE_DATA: join(folder, 'the data'),
      GATEHOUSE_LOG: 'json',
      GATEHOUSE_TRACE_RATIO: '1',
      HTTPS_CERT_PATH: certificate,
      HTTPS_KEY_PATH: key,
      OTEL_EXPORTER_OTLP_ENDPOINT: collector.endpoint,
    };
    symlinkSync(checkout.replace(/\/$/, ''), join(folder, 'my checkout'));
    program = gatehouse('operating', ['start'], settings, join(folder, 'my checkout', 'gatehouse'));
    await until(300_000, () => {
      assert.ok(!program.isOver(), program.output());
      assert.match(program.output(), /Gatehouse is ready/);
    });
  });
  after(async () => {
    await program?.stop();
    await collector?.stop();
    rmSync(folder, { recursive: true, force: true });
  });

  async function until(milliseconds, question) {
    const deadline = Date.now() + milliseconds;
    for (;;) {
      try {
        return await question();
      } catch (cause) {
        if (Date.now() > deadline || program?.isOver()) throw cause;
        await sleep(50);
      }
    }
  }

  const connections = new Connections({ rejectUnauthorized: false });
  const get = (url) =>
    new Promise((done, fail) => {
      request(url, { agent: connections }, (answer) => {
        let text = '';
        answer.on('data', (chunk) => (text += chunk));
        answer.on('end', () => done({ status: answer.statusCode, headers: answer.headers, text }));
      })
        .on('error', fail)
        .end();
    });
  const watch = async (path) => {
    const answer = await fetch(`http://localhost:${settings.GATEHOUSE_HEALTH_PORT}${path}`);
    return { status: answer.status, text: await answer.text() };
  };

  it('speaks TLS on both listeners, with its endpoints in what it publishes', async () => {
    for (const endpoint of [settings.ENDPOINT, settings.ADMIN_ENDPOINT]) {
      const { status, text } = await get(`${endpoint}/oidc/.well-known/openid-configuration`);
      assert.equal(status, 200);
      assert.equal(JSON.parse(text).issuer, `${endpoint}/oidc`);
      const plain = await fetch(endpoint.replace('https:', 'http:')).catch(() => undefined);
      assert.ok(!plain?.ok, 'nothing is answered in the clear');
      const protocol = await new Promise((done, fail) => {
        const { hostname: host, port } = new URL(endpoint);
        const socket = connect({ host, port, rejectUnauthorized: false, ALPNProtocols: ['h2'] }, () => {
          done(`${socket.getProtocol()} ${socket.alpnProtocol}`);
          socket.destroy();
        });
        socket.on('error', fail);
      });
      assert.equal(protocol, 'TLSv1.3 h2');
    }
  });

  it('marks its cookies as secure', async () => {
    const query = new URLSearchParams({
      client_id: 'demo-app',
      redirect_uri: `${settings.ENDPOINT}/demo-app`,
      response_type: 'code',
      scope: 'openid',
      code_challenge: 'ZM2m2fQtUg8Yn6whiY_rAoydRax1RcZ5za_hrAGgfu8',
      code_challenge_method: 'S256',
    });
    const answer = await get(`${settings.ENDPOINT}/oidc/auth?${query}`);
    assert.equal(answer.status, 303, answer.text);
    const cookies = answer.headers['set-cookie'];
    assert.ok(cookies.length > 0);
    for (const cookie of cookies) assert.match(cookie, /;\s*secure/i);
  });

  it('tells its health, which is that of its database', async () => {
    const health = JSON.parse((await watch('/q/health')).text);
    assert.equal(health.status, 'UP');
    assert.ok(health.checks.some(({ name, status }) => name === 'database' && status === 'UP'), JSON.stringify(health));
  });

  it('counts for Prometheus', async () => {
    const { status, text } = await watch('/q/metrics');
    assert.equal(status, 200);
    for (const name of ['http_server_requests_seconds_count', 'gatehouse_sql_statements_total', 'gatehouse_logs_dropped_total', 'jvm_memory_used_bytes']) {
      assert.match(text, new RegExp(`^${name}\\b`, 'm'), `${name} is missing`);
    }
    assert.doesNotMatch(text, /demo-app/, 'no value of a request becomes a label');
  });

  it('sends traces where it is told to', async () => {
    await get(`${settings.ENDPOINT}/oidc/.well-known/openid-configuration`);
    await get(`${settings.ENDPOINT}/api/users`);
    await until(20_000, () => {
      const traces = collector.exports.filter(({ path }) => path.endsWith('TraceService/Export'));
      const spans = Buffer.concat(traces.map(({ body }) => body)).toString('latin1');
      assert.match(spans, /gatehouse/);
      assert.match(spans, /\/api\/users/);
    });
  });

  it('writes its log in JSON, one object a line', () => {
    const lines = program.output().split('\n').filter((line) => line.startsWith('{'));
    for (const line of lines) assert.ok(JSON.parse(line).level, line);
  });
});
