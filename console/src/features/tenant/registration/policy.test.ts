import { describe, expect, it } from 'vitest';
import { badPerHour, draftOf, hostsIn, isHost, policyOf, shutsOut, type Policy } from './policy';

const policy: Policy = {
  enabled: true,
  access: 'open',
  grantTypes: ['authorization_code'],
  responseTypes: ['code'],
  redirectHosts: ['*.partners.example'],
  thirdParty: true,
  consentScopes: { userScopes: ['profile'], organizationResourceScopes: ['kept'] },
  perHour: 20,
  statementIssuers: [{ issuer: 'https://directory.example', jwksUri: 'https://directory.example/keys' }],
  requireStatement: true,
};

describe('a policy', () => {
  it('comes back as it was, with what has no field', () => {
    const { consentScopes, ...sent } = policyOf(policy, draftOf(policy));
    expect(sent).toEqual({ ...policy, consentScopes: undefined });
    expect(consentScopes).toEqual({ userScopes: ['profile'], resourceScopes: [], organizationScopes: [], organizationResourceScopes: ['kept'] });
  });

  it('demands statements only of somebody’s', () => {
    const draft = draftOf(policy);
    expect(shutsOut(draft)).toBe(false);
    expect(shutsOut({ ...draft, vouchers: [] })).toBe(true);
    expect(shutsOut({ ...draft, vouchers: [], statements: false })).toBe(false);
  });

  it('names hosts, and nothing else', () => {
    expect(hostsIn(' A.example, *.b.example\n a.example ')).toEqual(['a.example', '*.b.example']);
    expect(['localhost', '*.b.example', 'xn--p1ai.example', '127.0.0.1'].filter((host) => !isHost(host))).toEqual([]);
    expect(['https://a.example', 'a.example:8443', 'a.example/x', '*', '*.', 'a..b', '-a.example', '*a.example'].filter(isHost)).toEqual([]);
  });

  it('counts in whole numbers up to ten thousand', () => {
    expect(['1', '20', '10000'].filter(badPerHour)).toEqual([]);
    expect(['', '0', '10001', '1.5', '-1', 'x'].filter((text) => !badPerHour(text))).toEqual([]);
  });
});
