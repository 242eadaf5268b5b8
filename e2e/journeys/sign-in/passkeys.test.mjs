// Passkeys as a browser makes and shows them: a page of one's own talks to the Experience API, and the hosted page lets them be
// filled in, in a real Chromium, whose authenticators are virtual, and whose rules about sites, origins and formats are not.
import assert from 'node:assert/strict';
import { after, before, describe, it } from 'node:test';
import { at, launch, Person } from '../../harness/browser.mjs';
import { startLanding } from '../../harness/landing.mjs';
import { startGatehouse } from '../../harness/server.mjs';

const password = 'Maree-haute-71-voile';

/** What a page's script does; runs in the page. */
function script() {
  const api = async (method, path, body) => {
    const answer = await fetch(`/api/experience${path}`, {
      method,
      headers: body && { 'content-type': 'application/json' },
      body: body && JSON.stringify(body),
    });
    const text = await answer.text();
    const json = text.startsWith('{') ? JSON.parse(text) : {};
    return { status: answer.status, ...json };
  };
  const verified = (step, verificationId, credential) =>
    api('POST', `/verification/${step}/verify`, {
      verificationId,
      payload: { ...credential.toJSON(), type: 'WebAuthn' },
    });
  window.own = {
    api,
    begins: () => api('PUT', '', { interactionEvent: 'SignIn' }),
    async password(value, secret) {
      const { verificationId } = await api('POST', '/verification/password', {
        identifier: { type: 'username', value },
        password: secret,
      });
      return api('POST', '/identification', { verificationId });
    },
    async makes() {
      const { verificationId, registrationOptions } = await api('POST', '/verification/web-authn/registration');
      const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(registrationOptions);
      const credential = await navigator.credentials.create({ publicKey });
      return verified('web-authn/registration', verificationId, credential);
    },
    async shows(mediation) {
      const { authenticationOptions } = await api('POST', '/preflight/sign-in-passkey/authentication');
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(authenticationOptions);
      const credential = await navigator.credentials.get({ publicKey, mediation });
      await api('PUT', '', { interactionEvent: 'SignIn' });
      const { verificationId } = await verified('sign-in-passkey/authentication', undefined, credential);
      return api('POST', '/identification', { verificationId });
    },
    async showsBeside() {
      const { verificationId, authenticationOptions } = await api('POST', '/verification/web-authn/authentication');
      const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(authenticationOptions);
      const credential = await navigator.credentials.get({ publicKey });
      return verified('web-authn/authentication', verificationId, credential);
    },
  };
}

describe('Passkeys', () => {
  let server;
  let browser;
  let landing;
  let application;
  let credentials = [];

  before(async () => {
    server = await startGatehouse('passkeys');
    browser = await launch();
    landing = await startLanding();
    await server.management.byUsername();
    application = await server.management.application({
      name: 'Carnet',
      type: 'Traditional',
      redirectUris: [landing.redirectUri],
    });
    await server.management.user({ username: 'clef', password });
  });
  after(async () => {
    await landing?.stop();
    await browser?.close();
    await server?.stop();
  });

  /** Somebody whose device has an authenticator, with the passkeys made so far, and who touches it when asked, or does not. */
  async function equipped(journey, touches = true) {
    const person = await Person.arrives(browser, journey);
    person.devtools = await person.context.newCDPSession(person.page);
    await person.devtools.send('WebAuthn.enable');
    const options = {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
      isUserVerified: true,
      automaticPresenceSimulation: touches,
    };
    const { authenticatorId } = await person.devtools.send('WebAuthn.addVirtualAuthenticator', { options });
    person.authenticatorId = authenticatorId;
    for (const credential of credentials) {
      await person.devtools.send('WebAuthn.addCredential', { authenticatorId, credential });
    }
    return person;
  }

  /** The same at a page of one's own. */
  async function arrives(journey) {
    const person = await equipped(journey);
    await begins(person);
    await person.page.evaluate(script);
    return person;
  }

  const begins = (person) => person.page.goto(landing.authorization(server.endpoint, application.id).href);

  async function keeps(person) {
    const { authenticatorId } = person;
    ({ credentials } = await person.devtools.send('WebAuthn.getCredentials', { authenticatorId }));
    return credentials;
  }

  async function isIn(person) {
    const { redirectTo, code } = await person.page.evaluate(() => own.api('POST', '/submit'));
    assert.ok(redirectTo, code);
    await person.page.goto(redirectTo);
    await person.settles();
    assert.ok(at(landing.url)(new URL(person.page.url())), `still at ${person.page.url()}`);
    assert.ok(new URL(person.page.url()).searchParams.get('code'));
    await keeps(person);
    await person.leaves();
  }

  const signsIn = (person) =>
    person.page.evaluate(async (secret) => {
      await own.begins();
      return own.password('clef', secret);
    }, password);

  it('are offered, made in the browser, and get their owner in', async () => {
    await server.management.signInExperience({ passkeySignIn: { enabled: true } });
    const person = await arrives('passkey-made');
    assert.equal((await signsIn(person)).status, 204);
    assert.equal((await person.page.evaluate(() => own.api('POST', '/submit'))).code, 'user.passkey_preferred');
    const { verificationId, code } = await person.page.evaluate(() => own.makes());
    assert.ok(verificationId, code);
    const bound = await person.page.evaluate(
      (id) => own.api('POST', '/profile/mfa/passkey', { verificationId: id }),
      verificationId,
    );
    assert.equal(bound.status, 204);
    const [credential] = await keeps(person);
    assert.equal(credential.rpId, 'localhost');
    assert.equal(credential.isResidentCredential, true);
    await isIn(person);

    const again = await arrives('passkey-shown');
    assert.equal((await again.page.evaluate(() => own.shows())).status, 204);
    await isIn(again);
  });

  it('are not made twice on one device', async () => {
    const person = await arrives('passkey-twice');
    await signsIn(person);
    const cause = await person.page.evaluate(() => own.makes().catch((error) => error.name));
    assert.equal(cause, 'InvalidStateError');
    await person.leaves();
  });

  it('are a second factor', async () => {
    await server.management.signInExperience({
      passkeySignIn: {},
      mfa: { policy: 'Mandatory', factors: ['WebAuthn'] },
    });
    const person = await arrives('passkey-second');
    await signsIn(person);
    const refused = await person.page.evaluate(() => own.api('POST', '/submit'));
    assert.equal(refused.code, 'session.mfa.require_mfa_verification');
    const { status, code } = await person.page.evaluate(() => own.showsBeside());
    assert.equal(status, 200, code);
    await isIn(person);
  });

  it('are offered by the browser where the name is typed', async () => {
    await server.management.signInExperience({
      mfa: { policy: 'UserControlled', factors: [] },
      passkeySignIn: { enabled: true, allowAutofill: true, showPasskeyButton: true },
    });
    const person = await equipped('passkey-filled-in');
    await begins(person);
    await person.page.waitForURL(at(landing.url));
    assert.ok(new URL(person.page.url()).searchParams.get('code'));
    await keeps(person);
    await person.leaves();

    const another = await equipped('passkey-left-alone', false);
    await begins(another);
    assert.equal(await another.page.locator('#identifier').getAttribute('autocomplete'), 'username webauthn');
    await another.looksAtHostedPage('entrance', { language: 'en' });
    await another.page.locator('#identifier').fill('clef');
    await another.page.locator('#password').fill(password);
    await another.page.locator('form:has(#password) > .gh-button').click();
    await another.page.waitForURL(at(landing.url));
    assert.ok(new URL(another.page.url()).searchParams.get('code'));
    await another.leaves();
  });
});
