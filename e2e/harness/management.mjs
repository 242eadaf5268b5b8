// The Management API: as an administrator of the testkit sees it, or with a token.
import assert from 'node:assert/strict';

export class Management {
  #identity;

  constructor(endpoint, identity = { 'development-user-id': 'e2e' }) {
    this.endpoint = endpoint;
    this.#identity = identity;
  }

  /** Sends a request and gives the answer as it is. */
  async send(method, path, body, headers = {}) {
    const answer = await fetch(`${this.endpoint}/api${path}`, {
      method,
      headers: {
        ...this.#identity,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      body: body === undefined ? undefined : typeof body === 'string' ? body : JSON.stringify(body),
    });
    const text = await answer.text();
    let json;
    try {
      json = JSON.parse(text);
    } catch {
      json = undefined;
    }
    return { status: answer.status, headers: answer.headers, text, body: json };
  }

  /** Sends a request that must succeed and gives its body. */
  async ask(method, path, body) {
    const answer = await this.send(method, path, body);
    assert.ok(answer.status < 300, `${method} ${path} answered ${answer.status}: ${answer.text}`);
    return answer.body;
  }

  get = (path) => this.ask('GET', path);
  post = (path, body) => this.ask('POST', path, body);
  put = (path, body) => this.ask('PUT', path, body);
  patch = (path, body) => this.ask('PATCH', path, body);
  delete = (path) => this.ask('DELETE', path);

  /** Makes an application with its redirect URIs; gives it with `secret` filled in where the type has one. */
  async application({ name, type, redirectUris = [], postLogoutRedirectUris = [], ...others }) {
    const made = await this.post('/applications', {
      name,
      type,
      oidcClientMetadata: { redirectUris, postLogoutRedirectUris },
      ...others,
    });
    if (type !== 'Traditional' && type !== 'MachineToMachine') return made;
    const [{ value }] = await this.get(`/applications/${made.id}/secrets`);
    return { ...made, secret: value };
  }

  user = (fields) => this.post('/users', fields);
  signInExperience = (fields) => this.patch('/sign-in-exp', fields);

  /** Username and password, for signing in and for registering. */
  byUsername = () =>
    this.signInExperience({
      signInMode: 'SignInAndRegister',
      signUp: { identifiers: ['username'], password: true, verify: false },
      signIn: {
        methods: [{ identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true }],
      },
    });
}
