// Prepares a Gatehouse for the OpenID Foundation's conformance suite: node conformance/plan.mjs --help
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { Management } from '../harness/management.mjs';
import { configurations, PLANS } from './configurations.mjs';

const USAGE = `node conformance/plan.mjs --endpoint https://… [--suite https://…] [--alias gatehouse] [--out configurations]

Makes applications, a person and settings at the endpoint, and writes a configuration of the suite for each group of plans.
In the environment: CREDENTIAL, what \`./gatehouse admin credential\` printed; NODE_EXTRA_CA_CERTS for an authority of your own.`;

const { values } = parseArgs({
  options: {
    endpoint: { type: 'string' },
    suite: { type: 'string', default: 'https://localhost.emobix.co.uk:8443' },
    alias: { type: 'string', default: 'gatehouse' },
    out: { type: 'string', default: 'configurations' },
    help: { type: 'boolean' },
  },
});
if (values.help || !values.endpoint || !process.env.CREDENTIAL) {
  console.error(USAGE);
  process.exit(values.help ? 0 : 2);
}

/** A token of the credential, for the Management API. */
async function token({ clientId, clientSecret, tokenEndpoint, resource }) {
  const answer = await fetch(tokenEndpoint, {
    method: 'POST',
    headers: { authorization: `Basic ${Buffer.from(`${clientId}:${clientSecret}`).toString('base64')}` },
    body: new URLSearchParams({ grant_type: 'client_credentials', scope: 'all', resource }),
  });
  if (!answer.ok) throw new Error(`no token for the Management API: ${await answer.text()}`);
  return (await answer.json()).access_token;
}

const { suite, alias, out } = values;
const endpoint = values.endpoint.replace(/\/$/, '');
const management = new Management(endpoint, { authorization: `Bearer ${await token(JSON.parse(process.env.CREDENTIAL))}` });
mkdirSync(out, { recursive: true });
for (const [name, configuration] of Object.entries(await configurations({ management, endpoint, suite, alias }))) {
  const file = join(out, `${name}.json`);
  writeFileSync(file, `${JSON.stringify(configuration, null, 2)}\n`, { mode: 0o600 });
  for (const plan of PLANS[name]) console.log(`"${plan}" ${file}`);
}
