// Turnstile and reCAPTCHA Enterprise as far as a page meets them: scripts whose widgets hand out tokens, and what checks these.
import { createServer } from 'node:http';

/** Turnstile: a box in a frame, whose tick is worth whatever token the stand-in says. */
const turnstile = (origin) => `
window.turnstile = {
  render(place, options) {
    const frame = document.createElement('iframe');
    frame.src = ${JSON.stringify(origin)} + '/box';
    frame.title = 'Widget';
    frame.style.cssText = 'inline-size:100%;block-size:65px;border:0';
    place.append(frame);
    addEventListener('message', (event) => {
      if (event.source === frame.contentWindow) options.callback(event.data);
    });
    return frame;
  },
  reset(frame) { frame.src = frame.src; },
};`;

const box = (token) => `<!doctype html><html lang="en"><title>Widget</title><style>:root { color-scheme: light dark }</style>
<label><input type="checkbox" onchange="parent.postMessage('${token}', '*')"> I am a person</label>`;

/** reCAPTCHA with a score: nothing to see. */
const invisible = (token) => `
window.grecaptcha = { enterprise: {
  ready: (run) => run(),
  execute: (key, { action }) => Promise.resolve(key === 'site-key' && action ? '${token}' : ''),
} };`;

/** Starts both; `hands` is the token that people get, and only `person` passes. */
export async function startCaptcha() {
  const captcha = { hands: 'person', down: false, checked: [] };
  const server = createServer(async (request, response) => {
    const { pathname } = new URL(request.url, captcha.url);
    const chunks = [];
    for await (const chunk of request) chunks.push(chunk);
    const body = Buffer.concat(chunks).toString();
    const answer = (type, text) => response.writeHead(200, { 'content-type': `${type}; charset=utf-8` }).end(text);
    if (captcha.down) return request.socket.destroy();
    if (pathname === '/turnstile/v0/api.js') return answer('text/javascript', turnstile(captcha.url));
    if (pathname === '/box') return answer('text/html', box(captcha.hands));
    if (pathname === '/recaptcha/enterprise.js') return answer('text/javascript', invisible(captcha.hands));
    if (pathname === '/turnstile/v0/siteverify') {
      captcha.checked.push(body);
      return answer('application/json', JSON.stringify({ success: new URLSearchParams(body).get('response') === 'person' }));
    }
    if (pathname === '/v1/projects/project/assessments') {
      captcha.checked.push(body);
      const valid = JSON.parse(body).event.token === 'person';
      return answer('application/json', JSON.stringify({ tokenProperties: { valid }, riskAnalysis: { score: 0.9 } }));
    }
    return response.writeHead(404).end();
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  captcha.url = `http://127.0.0.1:${server.address().port}`;
  captcha.stop = () =>
    new Promise((done) => {
      server.close(done);
      server.closeAllConnections();
    });
  return captcha;
}
