import type { Answer, Input } from '@/app/api/client';
import { hasSecret, type Application } from '../application';
import { isSecureAddress } from '../keys';

type Protocol = Answer<'get', '/api/applications/{id}/protocol'>;
export type GrantType = NonNullable<Input<'put', '/api/applications/{id}/protocol'>['grantTypes']>[number];

/** How the provider speaks with an application: its protocol, what it is told at sign-out, and whether by the letter. */
export interface Agreement {
  protocol: Protocol;
  metadata: Application['oidcClientMetadata'];
  strict: boolean;
}

export const signatures = ['ES256', 'ES384', 'ES512', 'RS256', 'PS256', 'EdDSA'];
export const envelopes = ['RSA-OAEP-256', 'ECDH-ES', 'ECDH-ES+A128KW', 'ECDH-ES+A256KW'];
export const contents = ['A128CBC-HS256', 'A256CBC-HS512', 'A128GCM', 'A256GCM'];
export const responseTypes = ['id_token', 'id_token token', 'code id_token', 'code token', 'code id_token token'];

/** The ways to tokens that an application of this kind has, unless it keeps to some of them. */
export function grantsOf({ type, isThirdParty, customClientMetadata }: Pick<Application, 'type' | 'isThirdParty' | 'customClientMetadata'>): GrantType[] {
  const byPartners: GrantType[] = isThirdParty ? [] : ['urn:ietf:params:oauth:grant-type:jwt-bearer'];
  if (type === 'MachineToMachine') return ['client_credentials', ...byPartners];
  if (customClientMetadata.isDeviceFlow) return ['urn:ietf:params:oauth:grant-type:device_code', 'refresh_token', ...byPartners];
  return ['authorization_code', 'refresh_token', ...byPartners, ...(hasSecret(type) ? (['urn:openid:params:grant-type:ciba'] as const) : [])];
}

export const editable = ({ protocol, metadata, strict }: Agreement) => ({
  pushed: protocol.requirePushedAuthorizationRequests ?? false,
  signed: protocol.requireSignedRequestObject ?? false,
  requestUris: protocol.requestUris ?? [],
  responseTypes: protocol.responseTypes ?? [],
  dpop: protocol.dpopBoundAccessTokens ?? false,
  nonce: protocol.dpopNonceRequired ?? false,
  idTokenAlg: protocol.idTokenSignedResponseAlg ?? '',
  idTokenEnvelope: protocol.idTokenEncryptedResponseAlg ?? '',
  idTokenContent: protocol.idTokenEncryptedResponseEnc ?? '',
  userinfoAlg: protocol.userinfoSignedResponseAlg ?? '',
  userinfoEnvelope: protocol.userinfoEncryptedResponseAlg ?? '',
  userinfoContent: protocol.userinfoEncryptedResponseEnc ?? '',
  answerAlg: protocol.authorizationSignedResponseAlg ?? '',
  backchannel: metadata.backchannelLogoutUri ?? '',
  backchannelSession: metadata.backchannelLogoutSessionRequired ?? false,
  frontchannel: protocol.frontchannelLogoutUri ?? '',
  frontchannelSession: protocol.frontchannelLogoutSessionRequired ?? false,
  strict,
  requestAlg: protocol.requestObjectSigningAlg ?? '',
  requestEnvelope: protocol.requestObjectEncryptionAlg ?? '',
  requestContent: protocol.requestObjectEncryptionEnc ?? '',
  details: protocol.authorizationDetailsTypes ?? [],
  maxAge: protocol.defaultMaxAge == null ? '' : String(protocol.defaultMaxAge / 60),
  authTime: protocol.requireAuthTime ?? false,
  ciba: protocol.backchannelTokenDeliveryMode === 'poll',
  initiate: protocol.initiateLoginUri ?? '',
  grants: protocol.grantTypes ?? null,
  unsigned: protocol.unsignedRequestObjects ?? false,
  acr: (protocol.defaultAcrValues ?? []).join('\n'),
  cibaAlg: protocol.backchannelAuthenticationRequestSigningAlg ?? '',
  pairwise: protocol.subjectType === 'pairwise',
  sector: protocol.sectorIdentifierUri ?? '',
});
export type Draft = ReturnType<typeof editable>;

export const isAddress = (text: string) => URL.canParse(text.trim()) && /^https?:$/.test(new URL(text.trim()).protocol) && !text.includes('#');
const lines = (values: string[]) => values.map((value) => value.trim()).filter(Boolean);
export const wrongAddress = (text: string) => text.trim() !== '' && !isAddress(text);

/** How old a sign-in may be in minutes, as it is typed: nothing, or minutes up to a year. */
export const badMaxAge = (text: string) => text.trim() !== '' && !(/^\d+(\.\d+)?$/.test(text.trim()) && Number(text) <= 525_600);
export const notSecure = (text: string) => text.trim() !== '' && !isSecureAddress(text.trim());

/** Values of acr as they are typed: none has a space within, so any space parts them. */
export const acrIn = (text: string) => text.split(/\s+/).filter(Boolean);
export const badAcr = (text: string) => acrIn(text).length > 20 || acrIn(text).some((value) => value.length > 255);

/** What has to be mended, by the phrase that says it. */
export const problemsOf = (now: Draft) => ({
  addresses: [...now.requestUris, now.backchannel, now.frontchannel].some(wrongAddress) ? ('noAddress' as const) : undefined,
  maxAge: badMaxAge(now.maxAge) ? ('badMaxAge' as const) : undefined,
  initiate: notSecure(now.initiate) ? ('notSecure' as const) : undefined,
  sector: now.pairwise && notSecure(now.sector) ? ('notSecure' as const) : undefined,
  acr: badAcr(now.acr) ? ('badAcr' as const) : undefined,
  grants: now.grants?.length === 0 ? ('noGrants' as const) : undefined,
});

/** The whole protocol: what is not shown here stays as it is. */
export const protocolOf = (before: Protocol, now: Draft) => ({
  ...before,
  requirePushedAuthorizationRequests: now.pushed,
  requireSignedRequestObject: now.signed,
  requestUris: lines(now.requestUris),
  responseTypes: now.responseTypes,
  dpopBoundAccessTokens: now.dpop,
  dpopNonceRequired: now.nonce,
  idTokenSignedResponseAlg: now.idTokenAlg || null,
  idTokenEncryptedResponseAlg: now.idTokenEnvelope || null,
  idTokenEncryptedResponseEnc: (now.idTokenEnvelope && now.idTokenContent) || null,
  userinfoSignedResponseAlg: now.userinfoAlg || null,
  userinfoEncryptedResponseAlg: now.userinfoEnvelope || null,
  userinfoEncryptedResponseEnc: (now.userinfoEnvelope && now.userinfoContent) || null,
  authorizationSignedResponseAlg: now.answerAlg || null,
  frontchannelLogoutUri: now.frontchannel.trim() || null,
  frontchannelLogoutSessionRequired: now.frontchannelSession,
  requestObjectSigningAlg: now.requestAlg || null,
  requestObjectEncryptionAlg: now.requestEnvelope || null,
  requestObjectEncryptionEnc: (now.requestEnvelope && now.requestContent) || null,
  authorizationDetailsTypes: now.details,
  defaultMaxAge: now.maxAge.trim() ? Math.round(Number(now.maxAge) * 60) : null,
  requireAuthTime: now.authTime,
  backchannelTokenDeliveryMode: now.ciba ? ('poll' as const) : null,
  initiateLoginUri: now.initiate.trim() || null,
  grantTypes: now.grants,
  unsignedRequestObjects: now.unsigned,
  defaultAcrValues: acrIn(now.acr),
  backchannelAuthenticationRequestSigningAlg: (now.ciba && now.cibaAlg) || null,
  subjectType: now.pairwise ? ('pairwise' as const) : null,
  sectorIdentifierUri: (now.pairwise && now.sector.trim()) || null,
});

/** The metadata are written whole; an address that is left out is taken away. */
export function metadataOf(before: Agreement['metadata'], now: Draft) {
  const uri = now.backchannel.trim();
  return { ...before, backchannelLogoutUri: uri || undefined, backchannelLogoutSessionRequired: uri ? now.backchannelSession : undefined };
}
