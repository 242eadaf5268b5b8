// Serves the bundled application; every path that is no file is the application's own.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';

const { ENDPOINT, APP_ID, RESOURCE, API_URL } = process.env;
const port = Number(process.env.APP_PORT ?? 3000);
const settings = { endpoint: ENDPOINT, appId: APP_ID, resource: RESOURCE, apiUrl: API_URL };
const read = (name) => readFileSync(new URL(name, import.meta.url));

const files = {
  '/main.js': ['text/javascript', read('dist/main.js')],
  '/settings.js': ['text/javascript', `window.settings = ${JSON.stringify(settings)};`],
};
const page = ['text/html; charset=utf-8', read('index.html')];

const server = createServer((request, response) => {
  const [type, body] = files[new URL(request.url, 'http://localhost').pathname] ?? page;
  response.writeHead(200, { 'Content-Type': type }).end(body);
});

server.listen(port, '127.0.0.1', () => console.log(`Open http://localhost:${port}`));
