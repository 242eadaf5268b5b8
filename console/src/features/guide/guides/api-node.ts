import sample from '../../../../../samples/node/api.mjs?raw';
import { adapted, type Guide } from '../guide';

const text = adapted(sample, [
  ["const { ENDPOINT, RESOURCE } = process.env;\n", "const RESOURCE = 'https://books.example/api';\n"],
  ['`${ENDPOINT}/oidc`', "'{{issuer}}'"],
]);

const apiNode: Guide = {
  needs: 'Node.js 20+',
  minutes: 6,
  sample: 'node',
  steps: [
    { kind: 'install', snippets: [{ file: 'Terminal', language: 'shell', text: 'npm install jose\n' }] },
    { kind: 'protect', snippets: [{ file: 'api.mjs', language: 'javascript', text }] },
    { kind: 'call', snippets: [{ file: 'Terminal', language: 'shell', text: "node api.mjs &\ncurl http://localhost:3100/books -H 'Authorization: Bearer <access token>'\n" }] },
  ],
};

export default apiNode;
