import type { Guide } from '../guide';

const apiExpress: Guide = {
  needs: 'Node.js 20+',
  minutes: 6,
  steps: [
    { kind: 'install', snippets: [{ file: 'Terminal', language: 'shell', text: 'npm install express jose\n' }] },
    {
      kind: 'protect',
      snippets: [
        {
          file: 'api.mjs',
          language: 'javascript',
          text: `import express from 'express';
import { createRemoteJWKSet, jwtVerify } from 'jose';

const issuer = '{{issuer}}';
const audience = 'https://books.example/api';
const keys = createRemoteJWKSet(new URL(\`\${issuer}/jwks\`));

/** Lets a request pass whose access token is for this API and holds the scope. */
const requires = (scope) => async (request, response, next) => {
  const [, token] = request.get('authorization')?.match(/^Bearer (.+)$/i) ?? [];
  if (!token) return response.status(401).json({ error: 'no access token' });
  try {
    const { payload } = await jwtVerify(token, keys, { issuer, audience });
    const scopes = String(payload.scope ?? '').split(' ');
    if (!scopes.includes(scope)) return response.status(403).json({ error: \`\${scope} is missing\` });
    request.auth = payload;
    next();
  } catch {
    response.status(401).json({ error: 'the access token is not valid' });
  }
};

const app = express();

app.get('/books', requires('read:books'), (request, response) => {
  response.json({ reader: request.auth.sub, books: ['Middlemarch'] });
});

app.listen(Number(process.env.PORT ?? 3100), '127.0.0.1');
`,
        },
      ],
    },
    { kind: 'call', snippets: [{ file: 'Terminal', language: 'shell', text: "node api.mjs &\ncurl http://localhost:3100/books -H 'Authorization: Bearer <access token>'\n" }] },
  ],
};

export default apiExpress;
