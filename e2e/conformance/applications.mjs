// The applications, the person and the settings that a run of the suite needs, made by the Management API.
import { execFileSync } from 'node:child_process';
import { createPublicKey, generateKeyPairSync, randomUUID, X509Certificate } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const everyResponseType = ['code', 'id_token', 'id_token token', 'code id_token', 'code token', 'code id_token token'];
const frontChannel = everyResponseType.slice(1);
const scope = 'openid profile offline_access';

/** A person of whom every claim of profile, email, address and phone is known. */
async function person(management, username, password) {
  const address = { streetAddress: '4 Harbour Street', locality: 'Brest', region: 'Brittany', postalCode: '29200', country: 'France' };
  await management.user({
    username,
    password,
    name: 'Conny Formance',
    primaryEmail: `${username}@example.com`,
    primaryPhone: `3367${String(Date.now()).slice(-7)}`,
    avatar: 'https://example.com/conny.png',
    profile: {
      givenName: 'Conny',
      familyName: 'Formance',
      middleName: 'Ida',
      nickname: 'Con',
      preferredUsername: username,
      profile: 'https://example.com/conny',
      website: 'https://example.com/',
      gender: 'female',
      birthdate: '1984-11-05',
      zoneinfo: 'Europe/Paris',
      locale: 'en-GB',
      address: { ...address, formatted: Object.values(address).join(', ') },
    },
  });
  return { username, password };
}

/** A key pair of the client: what the suite signs with, and what Gatehouse is told. */
function keyPair(alg) {
  const made = alg === 'PS256' ? generateKeyPairSync('rsa', { modulusLength: 2048 }) : generateKeyPairSync('ec', { namedCurve: 'P-256' });
  const about = { kid: randomUUID(), use: 'sig', alg };
  return {
    own: { ...made.privateKey.export({ format: 'jwk' }), ...about },
    told: { ...made.publicKey.export({ format: 'jwk' }), ...about },
  };
}

/** A certificate that the client signed itself: what the suite shows in handshakes, and what Gatehouse is told. */
function certificate() {
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  const [keyFile, certFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  try {
    const kind = ['-newkey', 'rsa:2048', '-nodes', '-days', '365', '-subj', `/CN=${randomUUID()}`];
    execFileSync('openssl', ['req', '-x509', ...kind, '-keyout', keyFile, '-out', certFile], { stdio: 'ignore' });
    const [key, cert] = [keyFile, certFile].map((file) => readFileSync(file, 'utf8'));
    const jwk = createPublicKey(cert).export({ format: 'jwk' });
    return { own: { key, cert }, told: { ...jwk, kid: randomUUID(), x5c: [new X509Certificate(cert).raw.toString('base64')] } };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export class Applications {
  constructor(management, base) {
    this.management = management;
    this.base = base;
  }

  /** Sign-in by username and password on one page, a person, and registration open to clients. */
  async prepare({ username = `conny_${Date.now()}`, password = 'High-tide-71-sail' } = {}) {
    await this.management.byUsername();
    await this.management.put('/configs/oidc/registration', {
      enabled: true,
      access: 'open',
      grantTypes: ['authorization_code', 'refresh_token', 'implicit'],
      responseTypes: everyResponseType,
      thirdParty: false,
      perHour: 10_000,
    });
    return person(this.management, username, password);
  }

  async #made(name, { backchannel, protocol = {}, ...others } = {}) {
    const { management, base } = this;
    const application = await management.application({
      name,
      type: 'Traditional',
      // FAPI's second client comes with a query.
      redirectUris: [`${base}/callback`, `${base}/callback?dummy1=lorem&dummy2=ipsum`],
      postLogoutRedirectUris: [`${base}/post_logout_redirect`],
      ...others,
    });
    const path = `/applications/${application.id}`;
    if (backchannel) {
      await management.patch(path, {
        oidcClientMetadata: {
          ...application.oidcClientMetadata,
          backchannelLogoutUri: `${base}/backchannel_logout`,
          backchannelLogoutSessionRequired: true,
        },
      });
    }
    await management.put(`${path}/strict-oidc`, { enabled: true });
    await management.put(`${path}/protocol`, protocol);
    return application;
  }

  /** A client with a secret, for every response type. */
  async withSecret(name, { protocol, ...others } = {}) {
    const { id, secret } = await this.#made(name, { ...others, protocol: { responseTypes: frontChannel, unsignedRequestObjects: true, ...protocol } });
    return { client_id: id, client_secret: secret };
  }

  /** A client that is held to FAPI 2.0; somebody else's, so that people are asked and may refuse. */
  async heldToFapi(name, alg, protocol) {
    const { own, told } = keyPair(alg);
    const id = await this.#thirdParty(name, protocol, { method: 'private_key_jwt', fapi: true, jwks: { keys: [told] } });
    return { client_id: id, scope, jwks: { keys: [own] }, dpop_signing_alg: 'ES256' };
  }

  /**
   * A client whose tokens are bound to its certificate, with what it shows in handshakes.
   *
   * @param byCertificate whether that is also how it proves who it is, rather than by assertions
   */
  async certified(name, alg, { byCertificate, fapi, protocol }) {
    const [keys, shown] = [keyPair(alg), certificate()];
    const id = await this.#thirdParty(name, protocol, {
      method: byCertificate ? 'self_signed_tls_client_auth' : 'private_key_jwt',
      fapi,
      certificateBoundTokens: true,
      jwks: { keys: [keys.told, ...(byCertificate ? [shown.told] : [])] },
    });
    return { client: { client_id: id, scope, jwks: { keys: [keys.own] } }, mtls: shown.own };
  }

  async #thirdParty(name, protocol, authentication) {
    const { id } = await this.#made(name, { isThirdParty: true, protocol });
    await this.management.put(`/applications/${id}/authentication`, authentication);
    await this.management.post(`/applications/${id}/user-consent-scopes`, { userScopes: ['profile', 'email'] });
    return id;
  }
}
