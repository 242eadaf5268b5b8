// The applications, the person and the settings that a run of the suite needs, made by the Management API.
import { generateKeyPairSync, randomUUID } from 'node:crypto';

const everyResponseType = ['code', 'id_token', 'id_token token', 'code id_token', 'code token', 'code id_token token'];
const frontChannel = everyResponseType.slice(1);

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
    const { id } = await this.#made(name, { isThirdParty: true, protocol });
    const path = `/applications/${id}`;
    await this.management.put(`${path}/authentication`, { method: 'private_key_jwt', fapi: true, jwks: { keys: [told] } });
    await this.management.post(`${path}/user-consent-scopes`, { userScopes: ['profile', 'email'] });
    return { client_id: id, scope: 'openid profile offline_access', jwks: { keys: [own] }, dpop_signing_alg: 'ES256' };
  }
}
