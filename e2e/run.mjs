// Runs the journeys: two at a time, since each mostly waits for its browser; those that measure time run alone. Long ones begin
// first, so that neither of the two is left with one of them at the end.
import { createWriteStream, mkdirSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { run } from 'node:test';
import { spec, tap } from 'node:test/reporters';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const alone = ['operating/endurance'];
const longFirst = [
  'sign-in/tutorials',
  'console/pages',
  'provider/openapi',
  'operating/start',
  'console/sign-in-experience',
  'console/users',
];

const folder = fileURLToPath(new URL('journeys', import.meta.url));
const all = readdirSync(folder, { recursive: true })
  .filter((file) => file.endsWith('.test.mjs'))
  .map((file) => file.replace(/\.test\.mjs$/, ''));
const { values, positionals } = parseArgs({
  options: { reports: { type: 'string', default: fileURLToPath(new URL('artifacts', import.meta.url)) } },
  allowPositionals: true,
});
mkdirSync(values.reports, { recursive: true });
const unknown = positionals.filter((name) => !all.some((journey) => isWanted(journey, name)));
if (unknown.length) throw new Error(`no journey is called ${unknown.join(', ')}`);
const chosen = positionals.length ? all.filter((journey) => positionals.some((name) => isWanted(journey, name))) : all;
const rank = (name) => (longFirst.includes(name) ? longFirst.indexOf(name) : longFirst.length);
const together = chosen.filter((name) => !alone.includes(name)).sort((one, other) => rank(one) - rank(other));

/** Whether a journey has that name, with its folder or without, or lies in the folder of that name. */
function isWanted(journey, name) {
  return journey === name || journey.endsWith(`/${name}`) || journey.startsWith(`${name}/`);
}

/** Runs journeys, tells what happens to who looks on, and keeps it in the folder of reports. */
async function runs(name, journeys, concurrency) {
  if (journeys.length === 0) return;
  const files = journeys.map((journey) => join(folder, `${journey}.test.mjs`));
  const events = run({ files, concurrency });
  events.on('test:fail', () => (process.exitCode = 1));
  events.compose(tap).pipe(createWriteStream(join(values.reports, `${name}.tap`)));
  const told = events.compose(new spec());
  told.pipe(process.stdout);
  await new Promise((done) => told.once('end', done));
}

await runs('journeys', together, 2);
await runs('journeys-alone', chosen.filter((name) => alone.includes(name)), 1);
