import { describe, expect, it } from 'vitest';
import { acrIn, editable, grantsOf, metadataOf, problemsOf, protocolOf, type Agreement } from './agreement';

const plain: Agreement = { protocol: {}, metadata: { redirectUris: [], postLogoutRedirectUris: [] }, strict: false };
const agreement: Agreement = {
  ...plain,
  protocol: {
    grantTypes: ['authorization_code'],
    unsignedRequestObjects: true,
    defaultAcrValues: ['urn:a', 'urn:b'],
    backchannelTokenDeliveryMode: 'poll',
    backchannelAuthenticationRequestSigningAlg: 'ES256',
    requestObjectEncryptionAlg: 'ECDH-ES',
    requestObjectEncryptionEnc: 'A256GCM',
    subjectType: 'pairwise',
    sectorIdentifierUri: 'https://group.example/all.json',
  },
};
const machine = { type: 'MachineToMachine', isThirdParty: false, customClientMetadata: {} } as const;

describe('how one speaks with an application', () => {
  it('comes back as it was', () => {
    expect(protocolOf(agreement.protocol, editable(agreement))).toMatchObject(agreement.protocol);
    expect(protocolOf({}, editable(plain))).toMatchObject({ grantTypes: null, subjectType: null, sectorIdentifierUri: null, backchannelAuthenticationRequestSigningAlg: null });
  });

  it('forgets what belongs to something that is switched off', () => {
    const off = { ...editable(agreement), pairwise: false, ciba: false, requestEnvelope: '' };
    expect(protocolOf(agreement.protocol, off)).toMatchObject({ subjectType: null, sectorIdentifierUri: null, backchannelTokenDeliveryMode: null, backchannelAuthenticationRequestSigningAlg: null, requestObjectEncryptionAlg: null, requestObjectEncryptionEnc: null });
    expect(metadataOf({ ...plain.metadata, backchannelLogoutUri: 'https://a.example' }, off).backchannelLogoutUri).toBeUndefined();
  });

  it('says what is wrong, and where', () => {
    const now = editable(agreement);
    expect(Object.values(problemsOf(now)).filter(Boolean)).toEqual([]);
    expect(problemsOf({ ...now, sector: 'http://group.example/all.json', grants: [], acr: 'x'.repeat(256), maxAge: '-1', initiate: 'shop.example' })).toMatchObject({
      sector: 'notSecure',
      grants: 'noGrants',
      acr: 'badAcr',
      maxAge: 'badMaxAge',
      initiate: 'notSecure',
    });
    expect(problemsOf({ ...now, pairwise: false, sector: 'nowhere' }).sector).toBeUndefined();
  });

  it('parts values of acr at any space', () => expect(acrIn(' urn:a\nurn:b  urn:c ')).toEqual(['urn:a', 'urn:b', 'urn:c']));

  it('knows the ways to tokens of each kind', () => {
    expect(grantsOf(machine)).toEqual(['client_credentials', 'urn:ietf:params:oauth:grant-type:jwt-bearer']);
    expect(grantsOf({ ...machine, type: 'SPA', isThirdParty: true })).toEqual(['authorization_code', 'refresh_token']);
    expect(grantsOf({ ...machine, type: 'Native', customClientMetadata: { isDeviceFlow: true } })[0]).toMatch(/device_code$/);
    expect(grantsOf({ ...machine, type: 'Traditional' }).at(-1)).toMatch(/ciba$/);
  });
});
