// What the suite is told: a configuration for each group of plans, and the plans that go with it.
import { Applications } from './applications.mjs';
import { pagesOf } from './pages.mjs';

const discovered = '[server_metadata=discovery]';
const isStatic = '[client_registration=static_client]';
const isDynamic = '[client_registration=dynamic_client]';
const byCode = '[response_type=code]';
const fapi = (client, tokens) =>
  `[fapi_profile=plain_fapi][openid=openid_connect][client_auth_type=${client}][sender_constrain=${tokens}][authorization_request_type=simple]`;
const securely = (client, tokens) => `fapi2-security-profile-final-test-plan${fapi(client, tokens)}`;
const signed = '[fapi_request_method=signed_non_repudiation][fapi_response_mode=jarm]';
const elsewhere = (client) => `fapi-ciba-id1-test-plan[client_auth_type=${client}][fapi_ciba_profile=plain_fapi][ciba_mode=poll]${isStatic}`;
const certification = (name, ...variants) => `oidcc-${name}-certification-test-plan${variants.join('')}`;
const core = ['basic', 'implicit', 'hybrid', 'formpost-basic', 'formpost-implicit', 'formpost-hybrid'];

/** The plans by the name of the configuration that they run with. */
export const PLANS = {
  'oidcc-static': [certification('config'), ...core.map((name) => certification(name, discovered, isStatic))],
  'oidcc-dynamic': [
    certification('dynamic', byCode),
    certification('3rdparty-init-login', byCode),
    ...core.map((name) => certification(name, discovered, isDynamic)),
  ],
  'oidcc-logout': [certification('rp-initiated-logout', byCode, isStatic), certification('session-management', byCode, isStatic)],
  'oidcc-backchannel-logout': [certification('backchannel-rp-initiated-logout', byCode, isStatic)],
  'oidcc-frontchannel-logout': [certification('frontchannel-rp-initiated-logout', byCode, isStatic)],
  'fapi2-security-profile': [securely('private_key_jwt', 'dpop')],
  'fapi2-security-profile-bound': [securely('private_key_jwt', 'mtls')],
  'fapi2-security-profile-mtls': [securely('mtls', 'mtls')],
  'fapi2-message-signing': [`fapi2-message-signing-final-test-plan${fapi('private_key_jwt', 'dpop')}${signed}`],
  'fapi-ciba': [elsewhere('private_key_jwt')],
  'fapi-ciba-mtls': [elsewhere('mtls')],
};

/**
 * Makes all that is needed at `endpoint` and gives the configurations by name.
 *
 * @param suite where the suite answers
 * @param alias the name of the run there, which is part of the clients' addresses
 */
export async function configurations({ management, endpoint, suite, alias, who }) {
  const applications = new Applications(management, `${suite}/test/a/${alias}`);
  const person = await applications.prepare(who);
  const everywhere = {
    alias,
    server: { discoveryUrl: `${endpoint}/oidc/.well-known/openid-configuration`, login_hint: person.username },
    ...pagesOf({ endpoint, alias, person }),
  };
  const secretly = async (name, options) => ({
    ...everywhere,
    description: `Gatehouse: ${name}`,
    client: await applications.withSecret(`${name}, first`, options),
    client2: await applications.withSecret(`${name}, second`),
  });
  const resource = { resourceUrl: `${endpoint}/oidc/me` };
  const strictly = async (name, protocol) => ({
    ...everywhere,
    description: `Gatehouse: ${name}`,
    client: await applications.heldToFapi(`${name}, first`, 'PS256', protocol),
    client2: await applications.heldToFapi(`${name}, second`, 'ES256', protocol),
    resource,
  });
  const certified = async (name, options, more = {}) => {
    const [one, other] = [
      await applications.certified(`${name}, first`, 'PS256', options('PS256')),
      await applications.certified(`${name}, second`, 'ES256', options('ES256')),
    ];
    return {
      ...everywhere,
      description: `Gatehouse: ${name}`,
      client: { ...one.client, ...more },
      client2: { ...other.client, ...more },
      mtls: one.mtls,
      mtls2: other.mtls,
      resource,
    };
  };
  const asks = (byCertificate) => (backchannelAuthenticationRequestSigningAlg) => ({
    byCertificate,
    // The profile is of FAPI 1.0, whose assertions name the token endpoint.
    fapi: false,
    protocol: { backchannelTokenDeliveryMode: 'poll', backchannelAuthenticationRequestSigningAlg },
  });
  const hint = { hint_type: 'login_hint', hint_value: person.username };
  const frontchannelLogoutUri = `${suite}/test/a/${alias}/frontchannel_logout`;
  return {
    'oidcc-static': {
      ...(await secretly('OpenID Connect')),
      client_secret_post: await applications.withSecret('OpenID Connect, by form'),
    },
    'oidcc-dynamic': {
      ...everywhere,
      description: 'Gatehouse: clients that register themselves',
      client: { client_name: 'First of the suite' },
      client2: { client_name: 'Second of the suite' },
    },
    'oidcc-logout': await secretly('Sign-out'),
    'oidcc-backchannel-logout': await secretly('Back-channel sign-out', { backchannel: true }),
    'oidcc-frontchannel-logout': await secretly('Front-channel sign-out', {
      protocol: { frontchannelLogoutUri, frontchannelLogoutSessionRequired: true },
    }),
    'fapi2-security-profile': await strictly('FAPI 2.0', {}),
    'fapi2-security-profile-bound': await certified('FAPI 2.0 with bound tokens', () => ({ fapi: true, protocol: {} })),
    'fapi2-security-profile-mtls': await certified('FAPI 2.0 by certificate', () => ({ byCertificate: true, fapi: true, protocol: {} })),
    'fapi2-message-signing': await strictly('FAPI 2.0 with signatures', { requireSignedRequestObject: true }),
    'fapi-ciba': await certified('People elsewhere', asks(false), hint),
    'fapi-ciba-mtls': await certified('People elsewhere, by certificate', asks(true), hint),
  };
}
