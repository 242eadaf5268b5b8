import type { Guide } from '../guide';

const express: Guide = {
  needs: 'Node.js 20+',
  minutes: 8,
  steps: [
    { kind: 'install', snippets: [{ file: 'Terminal', language: 'shell', text: 'npm install express express-session @logto/express\n' }] },
    {
      kind: 'configure',
      snippets: [
        {
          file: 'app.mjs',
          language: 'javascript',
          text: `import { randomBytes } from 'node:crypto';
import express from 'express';
import session from 'express-session';
import { handleAuthRoutes, withLogto } from '@logto/express';

const config = {
  endpoint: '{{endpoint}}',
  appId: '{{appId}}',
  appSecret: '{{appSecret}}',
  baseUrl: '{{signOutUri}}',
};

const app = express();
app.use(
  session({
    secret: process.env.SESSION_SECRET ?? randomBytes(32).toString('hex'),
    resave: false,
    saveUninitialized: true,
    cookie: { sameSite: 'lax' },
  }),
);
`,
        },
      ],
    },
    { kind: 'uris', note: 'express' },
    {
      kind: 'routes',
      snippets: [
        {
          file: 'app.mjs',
          language: 'javascript',
          text: `// Adds /logto/sign-in, /logto/sign-up, /logto/sign-in-callback and /logto/sign-out.
app.use(handleAuthRoutes(config));

app.get('/', withLogto(config), (request, response) => {
  response.send(
    request.user.isAuthenticated
      ? 'You are signed in. <a href="/logto/sign-out">Sign out</a>'
      : 'Nobody is signed in. <a href="/logto/sign-in">Sign in</a>',
  );
});
`,
        },
      ],
    },
    {
      kind: 'who',
      snippets: [
        {
          file: 'app.mjs',
          language: 'javascript',
          text: `app.get('/claims', withLogto(config), (request, response) => {
  if (!request.user.isAuthenticated) return response.redirect('/logto/sign-in');
  response.json(request.user.claims);
});

app.listen(3000, '127.0.0.1');
`,
        },
      ],
    },
    { kind: 'try', snippets: [{ file: 'Terminal', language: 'shell', text: 'node app.mjs\n' }] },
  ],
};

export default express;
