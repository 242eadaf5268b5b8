import sample from '../../../../../samples/flask/app.py?raw';
import { adapted, excerpt, type Guide } from '../guide';

const app = adapted(sample, [
  ['os.environ["ENDPOINT"]', '"{{endpoint}}"'],
  ['os.environ["APP_ID"]', '"{{appId}}"'],
  ['os.environ["APP_SECRET"]', '"{{appSecret}}"'],
  ['f"{APP_URL}/callback"', '"{{redirectUri}}"'],
  ['f"{APP_URL}/"', '"{{signOutUri}}"'],
  ['APP_URL = os.environ.get("APP_URL", "http://localhost:3000")\n\n', ''],
  [
    'if os.environ.get("STORAGE", "session") == "memory":\n    # One store for the whole process: every visitor is the same person. For a first try only.\n    client = LogtoClient(config)\nelse:\n    client = LogtoClient(config, storage=SessionStorage())',
    'client = LogtoClient(config, storage=SessionStorage())',
  ],
]);
const file = 'app.py';
const language = 'python';

const flask: Guide = {
  needs: 'Python 3.9+',
  minutes: 8,
  sample: 'flask',
  steps: [
    { kind: 'install', snippets: [{ file: 'Terminal', language: 'shell', text: 'pip install logto "flask[async]"\n' }] },
    { kind: 'configure', snippets: [{ file, language, text: excerpt(app, '"""', '@app.route("/")') }] },
    { kind: 'uris' },
    { kind: 'routes', snippets: [{ file, language, text: excerpt(app, '@app.route("/")', '@app.route("/claims")') }] },
    { kind: 'who', snippets: [{ file, language, text: excerpt(app, '@app.route("/claims")') }] },
    { kind: 'try', snippets: [{ file: 'Terminal', language: 'shell', text: 'python app.py\n' }] },
  ],
};

export default flask;
