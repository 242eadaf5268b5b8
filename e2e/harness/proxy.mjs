// A wire that can be cut: TCP to somewhere, until somebody pulls the plug.
import { once } from 'node:events';
import { connect, createServer } from 'node:net';

export async function startProxy(port) {
  const open = new Set();
  let cut = false;
  const server = createServer((near) => {
    if (cut) return near.destroy();
    const far = connect(port, '127.0.0.1');
    for (const [socket, other] of [
      [near, far],
      [far, near],
    ]) {
      open.add(socket);
      socket.pipe(other);
      socket.on('error', () => {});
      socket.on('close', () => {
        open.delete(socket);
        other.destroy();
      });
    }
  });
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return {
    port: server.address().port,
    cuts: () => {
      cut = true;
      for (const socket of open) socket.destroy();
    },
    mends: () => void (cut = false),
    stop: () =>
      new Promise((done) => {
        for (const socket of open) socket.destroy();
        server.close(done);
      }),
  };
}
