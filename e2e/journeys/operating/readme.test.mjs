// What the README and the other pages for readers say: their links lead somewhere, and the README's commands work.
import assert from 'node:assert/strict';
import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { after, before, describe, it } from 'node:test';
import { checkout, startGatehouse } from '../../harness/server.mjs';

const hasTools = ['curl', 'jq'].every((tool) => spawnSync(tool, ['--version']).status === 0);
const read = (file) => readFileSync(join(checkout, file), 'utf8');

/** The shell blocks below a heading. */
function commands(text, heading) {
  const section = text.slice(text.indexOf(`\n${heading}\n`)).split(/\n#{2,3} /)[1] ?? '';
  return [...section.matchAll(/```sh\n([\s\S]*?)```/g)].map(([, block]) => block).join('\n');
}

it('every link of the pages for readers leads somewhere', () => {
  const pages = execFileSync('git', ['ls-files', '*.md'], { cwd: checkout, encoding: 'utf8' }).trim().split('\n');
  const broken = [];
  for (const page of pages.filter((each) => !each.startsWith('connectors/'))) {
    for (const [, target] of read(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/g)) {
      if (/^[a-z]+:/.test(target) || target.startsWith('/') || target.includes('{')) continue;
      if (!existsSync(join(checkout, dirname(page), decodeURI(target)))) broken.push(`${page}: ${target}`);
    }
  }
  assert.deepEqual(broken, []);
});

describe("The README's commands", { skip: !hasTools && 'curl or jq is missing' }, () => {
  let server;

  before(async () => {
    server = await startGatehouse('readme', { testkit: false });
  });
  after(() => server?.stop());

  it('make an application and put Hugging Face on the sign-in page', () => {
    const first = commands(read('README.md'), '## A first sign-in');
    const second = commands(read('README.md'), '### Continue with Hugging Face');
    assert.match(first, /admin credential/);
    assert.match(second, /huggingface-universal/);
    const script = `${first}\n${second}`
      .replaceAll('http://localhost:3001', server.endpoint)
      .replace(/^(pip|python3) .*$/gm, '')
      .concat('\napi $ENDPOINT/api/applications/$APP_ID; echo; echo "secret $APP_SECRET"; api $ENDPOINT/api/sign-in-exp | jq -c .socialSignInConnectorTargets\n');
    const env = { ...process.env, ...server.settings, GATEHOUSE_HEALTH_PORT: '0' };
    const { status, stdout, stderr } = spawnSync('bash', ['-euo', 'pipefail', '-c', script], { cwd: checkout, env, encoding: 'utf8' });
    assert.equal(status, 0, stdout + stderr);
    assert.match(stdout, /"name":"Bookshop"/);
    assert.match(stdout, /^secret \w{20,}$/m);
    assert.match(stdout, new RegExp(`^Redirect URL to enter at Hugging Face: ${server.endpoint}/callback/\\w+$`, 'm'));
    assert.match(stdout, /^\["huggingface"\]$/m);
  });
});
