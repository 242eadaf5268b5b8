import sample from '../../../../../samples/browser/main.js?raw';
import { adapted, excerpt, type Guide } from '../guide';

const main = adapted(sample, [
  ["const { endpoint, appId, resource, apiUrl } = window.settings;\n", ''],
  [
    "  endpoint,\n  appId,\n  scopes: ['email', 'read:books'],\n  resources: resource ? [resource] : [],\n",
    "  endpoint: '{{endpoint}}',\n  appId: '{{appId}}',\n",
  ],
  ['`${window.location.origin}/callback`', "'{{redirectUri}}'"],
  ['`${window.location.origin}/`', "'{{signOutUri}}'"],
]);
const file = 'main.js';
const language = 'javascript';

const browser: Guide = {
  needs: 'ES2020',
  minutes: 6,
  sample: 'browser',
  steps: [
    { kind: 'install', snippets: [{ file: 'Terminal', language: 'shell', text: 'npm install @logto/browser\n' }] },
    { kind: 'configure', snippets: [{ file, language, text: excerpt(main, 'import LogtoClient', 'const show') }] },
    { kind: 'uris' },
    { kind: 'routes', snippets: [{ file, language, text: `${excerpt(main, 'const show', "onClick('user-info'")}` }] },
    { kind: 'try' },
  ],
};

export default browser;
