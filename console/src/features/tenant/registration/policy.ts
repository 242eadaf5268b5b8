import type { Answer, Input } from '@/app/api/client';
import type { Chosen } from '../../application/ConsentScopes';

/** Who may register clients, and what those may be. */
export type Policy = Answer<'get', '/api/configs/oidc/registration'>;
export type GrantType = NonNullable<Input<'put', '/api/configs/oidc/registration'>['grantTypes']>[number];

/** Who vouches for software by statements. */
export type Voucher = NonNullable<Input<'put', '/api/configs/oidc/registration'>['statementIssuers']>[number];

/** So many may vouch. */
export const mostVouchers = 20;

export const grantTypes: GrantType[] = [
  'authorization_code',
  'refresh_token',
  'client_credentials',
  'implicit',
  'urn:ietf:params:oauth:grant-type:device_code',
  'urn:ietf:params:oauth:grant-type:jwt-bearer',
  'urn:openid:params:grant-type:ciba',
];
export const responseTypes = ['code', 'id_token', 'id_token token', 'code id_token', 'code token', 'code id_token token'];

/** A policy as fields of a form. */
export interface Draft {
  enabled: boolean;
  access: NonNullable<Policy['access']>;
  grantTypes: GrantType[];
  responseTypes: string[];
  hosts: string;
  thirdParty: boolean;
  scopes: Chosen;
  perHour: string;
  vouchers: Voucher[];
  statements: boolean;
}

export const draftOf = (policy: Policy): Draft => ({
  enabled: policy.enabled,
  access: policy.access ?? 'initial_access_token',
  grantTypes: policy.grantTypes ?? [],
  responseTypes: policy.responseTypes ?? [],
  hosts: (policy.redirectHosts ?? []).join('\n'),
  thirdParty: policy.thirdParty ?? true,
  scopes: {
    userScopes: policy.consentScopes?.userScopes ?? [],
    resourceScopes: policy.consentScopes?.resourceScopes ?? [],
    organizationScopes: policy.consentScopes?.organizationScopes ?? [],
  },
  perHour: String(policy.perHour ?? 20),
  vouchers: policy.statementIssuers ?? [],
  statements: policy.requireStatement ?? false,
});

/** A statement is demanded of whom nobody may write one for. */
export const shutsOut = ({ statements, vouchers }: Draft) => statements && !vouchers.length;

/** What is sent; scopes that have no field here stay as they are. */
export const policyOf = (before: Policy, now: Draft): Input<'put', '/api/configs/oidc/registration'> => ({
  enabled: now.enabled,
  access: now.access,
  grantTypes: now.grantTypes,
  responseTypes: now.responseTypes,
  redirectHosts: hostsIn(now.hosts),
  thirdParty: now.thirdParty,
  consentScopes: { ...before.consentScopes, ...(now.scopes as Pick<Required<NonNullable<Policy['consentScopes']>>, keyof Chosen>) },
  perHour: Number(now.perHour),
  statementIssuers: now.vouchers,
  requireStatement: now.statements,
});

/** Hosts as they are typed: one a line, or with commas. */
export const hostsIn = (text: string) => [...new Set(text.split(/[\s,]+/).filter(Boolean).map((host) => host.toLowerCase()))];

/** A name, or all below one; no scheme, port or path. */
export const isHost = (host: string) => host.length <= 255 && /^(\*\.)?[a-z\d]([a-z\d-]*[a-z\d])?(\.[a-z\d]([a-z\d-]*[a-z\d])?)*$/i.test(host);

export const badPerHour = (text: string) => !/^\d+$/.test(text.trim()) || Number(text) < 1 || Number(text) > 10_000;
