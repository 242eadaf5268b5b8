// A mail server of the outside world: accepts every message and keeps it.
import { once } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { SMTPServer } from 'smtp-server';

/** A message as people read it, where it came as quoted-printable. */
const plain = (text) =>
  /quoted-printable/i.test(text)
    ? text.replace(/=\r?\n/g, '').replace(/=([0-9A-F]{2})/g, (_, code) => String.fromCharCode(Number.parseInt(code, 16)))
    : text;

export async function startMailbox() {
  const messages = [];
  const server = new SMTPServer({
    authOptional: true,
    allowInsecureAuth: true,
    disabledCommands: ['STARTTLS'],
    onAuth: (auth, session, done) => done(null, { user: auth.username }),
    onData: (stream, session, done) => {
      const chunks = [];
      stream.on('data', (chunk) => chunks.push(chunk));
      stream.on('end', () => {
        messages.push({
          to: session.envelope.rcptTo.map(({ address }) => address),
          text: Buffer.concat(chunks).toString('utf8'),
        });
        done();
      });
    },
  });
  const listener = server.listen(0, '127.0.0.1');
  await once(listener, 'listening');
  return {
    port: listener.address().port,
    messages,
    /** The code in the newest message to `address`, waiting for it. */
    async codeFor(address, timeout = 10_000) {
      const deadline = Date.now() + timeout;
      while (Date.now() < deadline) {
        const message = messages.findLast(({ to }) => to.includes(address));
        const code = message && /code is (\d{6})/.exec(message.text)?.[1];
        if (code) return code;
        await sleep(50);
      }
      throw new Error(`no message with a code for ${address}`);
    },
    /** The first link in the newest message to `address`, waiting for it. */
    async linkFor(address, timeout = 10_000) {
      const deadline = Date.now() + timeout;
      while (Date.now() < deadline) {
        const message = messages.findLast(({ to }) => to.includes(address));
        const link = message && /https?:\/\/\S+/.exec(plain(message.text))?.[0];
        if (link) return link;
        await sleep(50);
      }
      throw new Error(`no message with a link for ${address}`);
    },
    stop: () => new Promise((done) => server.close(done)),
  };
}

/** The configuration of the SMTP connector for such a server. */
export const smtpConfig = (port) => ({
  host: '127.0.0.1',
  port,
  auth: { type: 'login', user: 'gatehouse', pass: 'letters' },
  fromEmail: 'door@gatehouse.example',
  secure: false,
  ignoreTLS: true,
  templates: ['Register', 'SignIn', 'ForgotPassword', 'Generic'].map((usageType) => ({
    usageType,
    contentType: 'text/plain',
    subject: 'Your code',
    content: 'Your code is {{code}}.',
  })),
});
