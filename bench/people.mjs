// Loads people by COPY, and what people in use of a provider leave behind: a million take a minute, through the API
// they would take an hour.
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

/** How many people have signed in. */
const inUse = 10_000;

/** A session, a grant and a token of each kind for each person, as an installation in use has them. */
const usage = `
  with person as (
    select id, 'b' || id as own, decode(md5(id) || md5(id || '.'), 'hex') as hash from users
    where tenant_id = 'default' and username like 'person\\_%' and substring(username from 8)::int >= $1 and substring(username from 8)::int < $2),
  app as (select id from applications where tenant_id = 'default' and name = 'Bench web' limit 1),
  session as (
    insert into sessions (tenant_id, id, secret_hash, user_id, auth_time, created_at, expires_at)
    select 'default', own, hash, id, now(), now(), now() + interval '14 days' from person),
  granted as (
    insert into grants (tenant_id, id, session_id, user_id, application_id, scope, created_at, expires_at)
    select 'default', own, own, person.id, app.id, 'openid profile', now(), now() + interval '14 days' from person, app),
  access as (
    insert into access_tokens (tenant_id, hash, grant_id, application_id, scope, created_at, expires_at)
    select 'default', hash, own, app.id, 'openid profile', now(), now() + interval '1 hour' from person, app)
  insert into refresh_tokens (tenant_id, hash, grant_id, application_id, scope, auth_time, first_issued_at, created_at, expires_at)
  select 'default', hash, own, app.id, 'openid profile', now(), now(), now(), now() + interval '14 days' from person, app`;

/** All have the password of the first one made through the API: to hash ten thousand takes minutes. */
const passwords = `
  update users set password_hash = one.password_hash, password_method = one.password_method, password_updated_at = one.password_updated_at
  from (select * from users where tenant_id = 'default' and username = 'bench_0') one
  where users.tenant_id = 'default' and users.username like 'person\\_%'`;

/** The name that one of the people in use signs in by. */
export const somebody = (number) => `person_${number % inUse}`;

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
    if (count <= inUse) {
      await client.query(usage, [there, count]);
      await client.query(passwords);
    }
    await client.query('commit');
    await client.query('vacuum analyze');
  } finally {
    await client.end();
  }
}
