// Where traces arrive: an OTLP collector over gRPC that keeps what it is sent.
import { once } from 'node:events';
import { createServer } from 'node:http2';

const emptyMessage = Buffer.alloc(5);

export async function startCollector() {
  const exports = [];
  const server = createServer();
  server.on('stream', (stream, headers) => {
    const chunks = [];
    stream.on('error', () => {});
    stream.on('data', (chunk) => chunks.push(chunk));
    stream.on('end', () => {
      exports.push({ path: headers[':path'], body: Buffer.concat(chunks) });
      stream.respond({ ':status': 200, 'content-type': 'application/grpc' }, { waitForTrailers: true });
      stream.on('wantTrailers', () => stream.sendTrailers({ 'grpc-status': '0' }));
      stream.end(emptyMessage);
    });
  });
  const sessions = new Set();
  server.on('session', (session) => {
    sessions.add(session);
    session.on('close', () => sessions.delete(session));
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    endpoint: `http://127.0.0.1:${server.address().port}`,
    exports,
    stop: () =>
      new Promise((done) => {
        for (const session of sessions) session.destroy();
        server.close(done);
      }),
  };
}
