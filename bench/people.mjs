// Loads people by COPY: a million take a minute, through the API they would take an hour.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Readable } from 'node:stream';
import pg from 'pg';
import { from } from 'pg-copy-streams';

const read = (data, name) => readFileSync(join(data, 'postgres', name), 'utf8').trim();

export async function database(data) {
  const url = new URL(read(data, 'connection').replace(/^jdbc:/, ''));
  const client = new pg.Client({
    host: url.hostname,
    port: Number(url.port),
    database: url.pathname.slice(1),
    user: 'gatehouse',
    password: read(data, 'password'),
  });
  client.on('error', () => {});
  await client.connect();
  return client;
}

function* rows(first, last) {
  const day = 86_400_000;
  const now = Date.now();
  for (let number = first; number < last; number++) {
    const id = number.toString(36).padStart(12, '0');
    const at = new Date(now - 30 * day + ((number * 7919) % (30 * day))).toISOString();
    const username = `person_${number}`;
    const email = `person.${number}@people.example`;
    yield `default\t${id}\t${username}\t${username}\t${email}\t${email}\tPerson ${number}\t${at}\t${at}\n`;
  }
}

/** Brings the tenant `default` to `count` people made by this function; those that are there stay. */
export async function load(data, count) {
  const client = await database(data);
  try {
    const { rows: found } = await client.query(`select count(*)::int as n from users where username like 'person\\_%'`);
    const there = found[0].n;
    if (there >= count) return;
    await client.query('begin');
    const copy = client.query(
      from(
        'copy users (tenant_id, id, username, username_key, primary_email, email_key, name, created_at, updated_at) from stdin',
      ),
    );
    await pipeline(Readable.from(rows(there, count)), copy);
    await client.query('commit');
    await client.query('vacuum analyze users');
  } finally {
    await client.end();
  }
}
