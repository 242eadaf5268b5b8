// A browser without a screen: cookies and redirects by hand, for journeys that look at single answers.
import { createHash, randomBytes } from 'node:crypto';

/** Remembers cookies by name and path, as far as the server uses them. */
export class CookieJar {
  #cookies = new Map();

  store(headers) {
    for (const line of headers.getSetCookie()) {
      const [pair, ...attributes] = line.split(';').map((part) => part.trim());
      const name = pair.slice(0, pair.indexOf('='));
      const value = pair.slice(pair.indexOf('=') + 1);
      const attribute = (key) =>
        attributes.find((a) => a.toLowerCase().startsWith(`${key}=`))?.slice(key.length + 1);
      const path = attribute('path') ?? '/';
      const gone =
        value === '' || Number(attribute('max-age') ?? 1) <= 0 || Date.parse(attribute('expires') ?? '') < Date.now();
      if (gone) this.#cookies.delete(`${path} ${name}`);
      else this.#cookies.set(`${path} ${name}`, { name, value, path });
    }
  }

  header(url) {
    const { pathname } = new URL(url);
    return [...this.#cookies.values()]
      .filter(({ path }) => pathname === path || pathname.startsWith(path.endsWith('/') ? path : `${path}/`))
      .map(({ name, value }) => `${name}=${value}`)
      .join('; ');
  }

  change(name, change) {
    for (const cookie of this.#cookies.values()) if (cookie.name === name) cookie.value = change(cookie.value);
  }

  clear = () => this.#cookies.clear();
  names = () => [...this.#cookies.values()].map(({ name }) => name);
}

/** Sends requests with one jar and follows nothing. */
export class Agent {
  jar = new CookieJar();

  /** With headers that go with every request, as those of a proxy do. */
  constructor(endpoint, always = {}) {
    this.endpoint = endpoint;
    this.always = always;
  }

  async send(method, path, { headers = {}, body, form, json } = {}) {
    const url = new URL(path, this.endpoint).href;
    const cookie = this.jar.header(url);
    const type = form ? 'application/x-www-form-urlencoded' : json === undefined ? undefined : 'application/json';
    const answer = await fetch(url, {
      method,
      redirect: 'manual',
      headers: { ...this.always, ...(cookie && { cookie }), ...(type && { 'content-type': type }), ...headers },
      body: form ? new URLSearchParams(form).toString() : json === undefined ? body : JSON.stringify(json),
    });
    this.jar.store(answer.headers);
    const text = await answer.text();
    let parsed;
    try {
      parsed = JSON.parse(text);
    } catch {
      parsed = undefined;
    }
    return { status: answer.status, headers: answer.headers, location: answer.headers.get('location'), text, json: parsed };
  }

  /** Starts an authorization and gives the answer with the verifier that belongs to it. */
  async authorizes(parameters) {
    const verifier = randomBytes(32).toString('base64url');
    const query = new URLSearchParams({
      response_type: 'code',
      scope: 'openid offline_access profile',
      prompt: 'consent',
      state: 'st4te',
      code_challenge: createHash('sha256').update(verifier).digest('base64url'),
      code_challenge_method: 'S256',
      ...parameters,
    });
    return { ...(await this.send('GET', `/oidc/auth?${query}`)), verifier };
  }

  /**
   * A whole password sign-in over the Experience API; gives the code, the verifier and every answer on the way.
   * It starts at `url`, where a client made one.
   */
  async signsIn({ url, clientId, redirectUri, username, password, ...parameters }) {
    const started = url
      ? await this.send('GET', url)
      : await this.authorizes({ client_id: clientId, redirect_uri: redirectUri, ...parameters });
    const api = (method, path, json) =>
      this.send(method, `/api/experience${path}`, { json, headers: { 'logto-app-id': clientId } });
    const hops = [started, await api('PUT', '', { interactionEvent: 'SignIn' })];
    const verified = await api('POST', '/verification/password', {
      identifier: { type: 'username', value: username },
      password,
    });
    hops.push(verified);
    if (verified.status !== 200) return { hops, refused: verified };
    hops.push(await api('POST', '/identification', { verificationId: verified.json.verificationId }));
    const submitted = await api('POST', '/submit');
    hops.push(submitted);
    const arrived = await this.follows(submitted.json?.redirectTo, redirectUri, hops);
    return { hops, verifier: started.verifier, code: arrived?.searchParams.get('code'), arrived };
  }

  /** Follows redirects until one leads to `redirectUri`. */
  async follows(location, redirectUri, hops = []) {
    for (let hop = 0; location && hop < 8; hop++) {
      const url = new URL(location, this.endpoint);
      if (url.href.startsWith(redirectUri)) return url;
      const answer = await this.send('GET', url.href);
      hops.push(answer);
      location = answer.location;
    }
    return undefined;
  }

  token = (form, headers = {}) => this.send('POST', '/oidc/token', { form, headers });
}

export const basic = (id, secret) => ({
  authorization: `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`,
});
