// A small keep-alive client: cheap, so that the machine is left to the server.
import { Agent, request } from 'node:http';

export function connect(endpoint, connections) {
  const { hostname, port } = new URL(endpoint);
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  const send = (method, path, { headers = {}, body } = {}) =>
    new Promise((done, fail) => {
      const sent = request(
        {
          agent,
          hostname: hostname === 'localhost' ? '127.0.0.1' : hostname,
          port,
          method,
          path,
          headers: {
            host: `${hostname}:${port}`,
            ...headers,
            ...(body === undefined ? {} : { 'content-length': Buffer.byteLength(body) }),
          },
        },
        (answer) => {
          const chunks = [];
          answer.on('data', (chunk) => chunks.push(chunk));
          answer.on('end', () =>
            done({
              status: answer.statusCode,
              location: answer.headers.location,
              cookies: answer.headers['set-cookie'] ?? [],
              text: Buffer.concat(chunks).toString(),
            }),
          );
        },
      );
      sent.on('error', fail);
      sent.end(body);
    });
  return { send, close: () => agent.destroy() };
}

export const form = (fields) => ({
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

/** The cookies of one person: by name, as the server's paths do not matter here. */
export class Cookies {
  #values = new Map();

  keep({ cookies }) {
    for (const line of cookies) {
      const pair = line.slice(0, line.indexOf(';') < 0 ? undefined : line.indexOf(';'));
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      if (value === '') this.#values.delete(name);
      else this.#values.set(name, value);
    }
  }

  get header() {
    return [...this.#values].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

export function expect(answer, ...statuses) {
  if (!statuses.includes(answer.status)) {
    throw new Error(`${answer.status} instead of ${statuses.join(' or ')}: ${answer.text.slice(0, 300)}`);
  }
  return answer;
}
