// The applications of `samples/`, started as their READMEs say.
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freePort, run, untilItAnswers } from './process.mjs';
import { artifacts, checkout } from './server.mjs';

async function start(name, command, args, { cwd, env, url, ready = '/' }) {
  mkdirSync(artifacts, { recursive: true });
  const program = run(command, args, { cwd, env, log: join(artifacts, `${name}.log`) });
  await untilItAnswers(url + ready, program, 60_000);
  return { url, stop: program.stop, output: program.output };
}

/** Python with what the samples need. */
export const venv = () => join(process.env.E2E_VENV ?? join(checkout, 'e2e', '.venv'), 'bin', 'python');

/** Reserves a port and the URL on `localhost` that a sample will answer at. */
export async function place() {
  const port = await freePort();
  return { port, url: `http://localhost:${port}` };
}

export const startFlask = ({ name, endpoint, application, storage, place: { port, url } }) =>
  start(name, venv(), ['app.py'], {
    cwd: join(checkout, 'samples', 'flask'),
    url,
    env: {
      ENDPOINT: endpoint,
      APP_ID: application.id,
      APP_SECRET: application.secret,
      APP_URL: url,
      APP_PORT: String(port),
      SECRET_KEY: 'for the journeys only',
      STORAGE: storage,
      PYTHONUNBUFFERED: '1',
    },
  });

/** The Flask application as the Console's guide gave it: the copied code, and nothing changed but where it listens. */
export function startCopiedFlask({ name, code, place: { port, url } }) {
  const cwd = join(artifacts, name);
  mkdirSync(cwd, { recursive: true });
  writeFileSync(join(cwd, 'app.py'), code, { mode: 0o600 });
  return start(name, venv(), ['app.py'], { cwd, url, env: { APP_PORT: String(port), PYTHONUNBUFFERED: '1' } });
}

export const startNodeApp = ({ endpoint, application, resource, api, place: { port, url } }) =>
  start('node-app', process.execPath, ['app.mjs'], {
    cwd: join(checkout, 'samples', 'node'),
    url,
    env: {
      ENDPOINT: endpoint,
      APP_ID: application.id,
      APP_SECRET: application.secret,
      RESOURCE: resource,
      API_URL: api,
      APP_PORT: String(port),
      APP_URL: url,
    },
  });

export const startNodeApi = ({ endpoint, resource, place: { port, url } }) =>
  start('node-api', process.execPath, ['api.mjs'], {
    cwd: join(checkout, 'samples', 'node'),
    url,
    ready: '/books',
    env: { ENDPOINT: endpoint, RESOURCE: resource, API_PORT: String(port) },
  });

export const startBrowserApp = ({ endpoint, application, resource, api, place: { port, url } }) =>
  start('browser-app', process.execPath, ['serve.mjs'], {
    cwd: join(checkout, 'samples', 'browser'),
    url,
    env: { ENDPOINT: endpoint, APP_ID: application.id, RESOURCE: resource, API_URL: api, APP_PORT: String(port) },
  });

/** The packaged Spring Boot sample, or undefined where it has not been built. */
export function springBootJar() {
  const jar = join(checkout, 'samples', 'spring-boot', 'target', 'books.jar');
  return existsSync(jar) ? jar : undefined;
}

export const startSpringBoot = ({ jar, endpoint, application, resource, algorithm, place: { port, url } }) =>
  start(
    `spring-boot-${algorithm}`,
    process.env.JAVA_HOME ? join(process.env.JAVA_HOME, 'bin', 'java') : 'java',
    ['-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-jar', jar],
    {
      cwd: checkout,
      url,
      env: {
        ENDPOINT: endpoint,
        APP_ID: application.id,
        APP_SECRET: application.secret,
        RESOURCE: resource,
        ALGORITHM: algorithm,
        APP_PORT: String(port),
      },
    },
  );
