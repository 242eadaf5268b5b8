// What the suite is told: a configuration for each group of plans, and the plans that go with it.
import { Applications } from './applications.mjs';
import { pagesOf } from './pages.mjs';

const discovered = '[server_metadata=discovery]';
const isStatic = '[client_registration=static_client]';
const isDynamic = '[client_registration=dynamic_client]';
const byCode = '[response_type=code]';
const fapi = '[fapi_profile=plain_fapi][openid=openid_connect][client_auth_type=private_key_jwt][sender_constrain=dpop][authorization_request_type=simple]';
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
  'fapi2-security-profile': [`fapi2-security-profile-final-test-plan${fapi}`],
  'fapi2-message-signing': [`fapi2-message-signing-final-test-plan${fapi}[fapi_request_method=signed_non_repudiation][fapi_response_mode=jarm]`],
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
  const strictly = async (name, protocol) => ({
    ...everywhere,
    description: `Gatehouse: ${name}`,
    client: await applications.heldToFapi(`${name}, first`, 'PS256', protocol),
    client2: await applications.heldToFapi(`${name}, second`, 'ES256', protocol),
    resource: { resourceUrl: `${endpoint}/oidc/me` },
  });
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
    'fapi2-message-signing': await strictly('FAPI 2.0 with signatures', { requireSignedRequestObject: true }),
  };
}
