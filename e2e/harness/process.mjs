// Programs that a journey starts: their output is kept, and each is ended by its own process group.
import { spawn } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

const given = new Set();

/**
 * A port that nothing listens on, below those that systems give to connections of their own: what a killed server leaves is
 * free for its next start. None is given out twice.
 */
export async function freePort() {
  const port = 20_000 + Math.floor(Math.random() * 12_000);
  if (given.has(port)) return freePort();
  const server = createServer();
  const free = await new Promise((done) => {
    server.once('error', () => done(false));
    server.listen(port, '127.0.0.1', () => done(true));
  });
  if (!free) return freePort();
  await new Promise((done) => server.close(done));
  given.add(port);
  return port;
}

/** The last 100,000 characters or so, from the beginning of a line. */
function latest(output) {
  return output.length <= 100_000 ? output : output.slice(output.indexOf('\n', output.length - 100_000) + 1);
}

/** Starts a program with its output in `log`; `stop()` asks it to end and insists after ten seconds. */
export function run(command, args, { env = {}, cwd, log }) {
  const child = spawn(command, args, { cwd, env: { ...process.env, ...env }, detached: true });
  let output = '';
  let over = false;
  const ended = new Promise((done) => {
    child.once('close', (code, signal) => done({ code, signal }));
    child.once('error', (cause) => {
      output += cause.message;
      done({ code: 127 });
    });
  }).then((outcome) => {
    over = true;
    return outcome;
  });
  const file = createWriteStream(log);
  for (const stream of [child.stdout, child.stderr]) {
    let begun = '';
    stream.setEncoding('utf8').on('data', (chunk) => {
      // Whole lines only: the two streams bring theirs in pieces.
      const whole = (begun + chunk).lastIndexOf('\n') + 1;
      output = latest(output + (begun + chunk).slice(0, whole));
      begun = (begun + chunk).slice(whole);
      file.write(chunk);
    });
    stream.once('end', () => (output += begun));
  }
  const signal = (name) => {
    if (child.pid === undefined) return;
    try {
      process.kill(-child.pid, name);
    } catch {
      // It has ended already.
    }
  };
  const stop = async () => {
    if (!over) {
      signal('SIGTERM');
      await Promise.race([ended, sleep(10_000, undefined, { ref: false })]);
      if (!over) signal('SIGKILL');
    }
    const outcome = await ended;
    file.end();
    return outcome;
  };
  return { pid: child.pid, ended, isOver: () => over, stop, signal, output: () => output };
}

/** Waits until `url` answers with less than 500, or until the program has ended; how long may depend on what the program says. */
export async function untilItAnswers(url, program, timeout = 60_000) {
  const began = Date.now();
  const patience = typeof timeout === 'function' ? () => timeout(program) : () => timeout;
  while (Date.now() - began < patience()) {
    if (program?.isOver()) break;
    try {
      const answer = await fetch(url, { redirect: 'manual', signal: AbortSignal.timeout(2_000) });
      await answer.arrayBuffer();
      if (answer.status < 500) return;
    } catch {
      // Not yet.
    }
    await sleep(10);
  }
  throw new Error(`${url} did not answer.\n${program?.output() ?? ''}`);
}
