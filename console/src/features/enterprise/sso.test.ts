import { describe, expect, it } from 'vitest';
import { configOf, problemsOf, setupOf } from './sso';

const oidc = { providerName: 'OIDC', providerType: 'oidc' };
const saml = { providerName: 'SAML', providerType: 'saml' };

describe('what is set up of a provider', () => {
  it.each([
    [oidc, { issuer: 'https://id.harbour.example', clientId: 'a', clientSecret: 'b', scope: 'openid email', trustUnverifiedEmail: true }],
    [{ ...oidc, providerName: 'GoogleWorkspace' }, { clientId: 'a', clientSecret: 'b', offlineAccess: true }],
    [saml, { metadataUrl: 'https://id.harbour.example/metadata', attributeMapping: { email: 'mail' }, signAuthnRequest: true }],
    [saml, { metadata: '<EntityDescriptor/>' }],
    [saml, { entityId: 'harbour', signInEndpoint: 'https://id.harbour.example/sso', x509Certificate: 'MII…' }],
  ])('comes back as it was: %j', (provider, config) => {
    expect(configOf(provider, config, setupOf(config))).toEqual(config);
    expect(problemsOf(provider, setupOf(config))).toEqual({});
  });

  it('may be left for later, but not by half', () => {
    expect(problemsOf(oidc, setupOf({}))).toEqual({});
    expect(configOf(oidc, {}, setupOf({}))).toEqual({});
    expect(problemsOf(oidc, setupOf({ issuer: 'harbour' }))).toEqual({ issuer: 'noAddress', clientId: 'missing', clientSecret: 'missing' });
  });

  it('signs requests only of SAML, and asks only Google for tokens that last', () => {
    const all = { ...setupOf({}), issuer: 'https://id.harbour.example', clientId: 'a', clientSecret: 'b', metadataUrl: 'https://id.harbour.example/metadata', sign: true, offline: true };
    expect(configOf(oidc, {}, all)).not.toHaveProperty('signAuthnRequest');
    expect(configOf(oidc, {}, all)).not.toHaveProperty('offlineAccess');
    expect(configOf(saml, {}, all)).toEqual({ metadataUrl: all.metadataUrl, signAuthnRequest: true });
    expect(configOf(saml, { signAuthnRequest: true }, { ...all, sign: false })).toEqual({ metadataUrl: all.metadataUrl });
    expect(configOf({ ...oidc, providerName: 'GoogleWorkspace' }, {}, all)).toEqual({ clientId: 'a', clientSecret: 'b', offlineAccess: true });
  });

  it('is told in one way', () => {
    const before = { metadataUrl: 'https://id.harbour.example/metadata' };
    expect(configOf(saml, before, { ...setupOf(before), way: 'metadata', metadata: '<EntityDescriptor/>' })).toEqual({ metadata: '<EntityDescriptor/>' });
  });
});
