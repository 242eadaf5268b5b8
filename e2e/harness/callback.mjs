// Where an application is returned to: an address on loopback that remembers who came.
import { createServer } from 'node:http';
import { once } from 'node:events';

/** Listens at `url`; `arrived()` is the address of the next visitor who comes back to it, `visited` all there were. */
export async function callback() {
  const waiting = [];
  const arrivals = [];
  const visited = [];
  const server = createServer((request, response) => {
    response.end('<!doctype html><html lang="en"><title>Back</title><h1>Back at the application</h1></html>');
    const url = new URL(request.url, `http://localhost:${server.address().port}`);
    visited.push(url);
    if (!request.url.startsWith('/callback')) return;
    const taker = waiting.shift();
    if (taker) taker(url);
    else arrivals.push(url);
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const origin = `http://localhost:${server.address().port}`;
  return {
    url: `${origin}/callback`,
    home: `${origin}/`,
    visited,
    arrived: async () => arrivals.shift() ?? new Promise((taker) => waiting.push(taker)),
    stop: () => new Promise((done) => server.close(done)),
  };
}
