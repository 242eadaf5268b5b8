import type { Answer, Row } from '@/app/api/client';

/** A connector to an enterprise's provider. */
export type Sso = Answer<'get', '/api/sso-connectors/{id}'>;
export type ListedSso = Row<'/api/sso-connectors'>;
export type SsoProvider = Row<'/api/sso-connector-providers'>;

/** How a provider of SAML is told: by the address of its metadata, by the metadata, or piece by piece. */
export type Way = 'address' | 'metadata' | 'hand';

/** What is set up of a provider, as fields of a form. */
export interface Setup {
  clientId: string;
  clientSecret: string;
  issuer: string;
  scope: string;
  trust: boolean;
  /** Whether tokens that outlast the person's visit are asked for, of Google. */
  offline: boolean;
  /** Whether requests to a provider of SAML are signed. */
  sign: boolean;
  way: Way;
  metadataUrl: string;
  metadata: string;
  entityId: string;
  signInEndpoint: string;
  certificate: string;
  idAttribute: string;
  emailAttribute: string;
  nameAttribute: string;
}

const text = (value: unknown) => (typeof value === 'string' ? value : '');

/** Reads what is stored. */
export function setupOf(config: Record<string, unknown>): Setup {
  const attributes = (config.attributeMapping ?? {}) as Record<string, unknown>;
  return {
    clientId: text(config.clientId),
    clientSecret: text(config.clientSecret),
    issuer: text(config.issuer),
    scope: text(config.scope),
    trust: config.trustUnverifiedEmail === true,
    offline: config.offlineAccess === true,
    sign: config.signAuthnRequest === true,
    way: config.metadata ? 'metadata' : config.entityId ? 'hand' : 'address',
    metadataUrl: text(config.metadataUrl),
    metadata: text(config.metadata),
    entityId: text(config.entityId),
    signInEndpoint: text(config.signInEndpoint),
    certificate: text(config.x509Certificate),
    idAttribute: text(attributes.id),
    emailAttribute: text(attributes.email),
    nameAttribute: text(attributes.name),
  };
}

export const setupKeys = Object.keys(setupOf({})) as (keyof Setup)[];

/** Which fields a provider has, and which of them it cannot do without. */
export function fieldsOf({ providerName, providerType }: Pick<Sso, 'providerName' | 'providerType'>, way: Way): { all: (keyof Setup)[]; needed: (keyof Setup)[] } {
  if (providerType === 'saml') {
    const needed: Record<Way, (keyof Setup)[]> = { address: ['metadataUrl'], metadata: ['metadata'], hand: ['entityId', 'signInEndpoint', 'certificate'] };
    return { all: [...needed[way], 'idAttribute', 'emailAttribute', 'nameAttribute'], needed: needed[way] };
  }
  const needed: (keyof Setup)[] = providerName === 'GoogleWorkspace' ? ['clientId', 'clientSecret'] : ['issuer', 'clientId', 'clientSecret'];
  return { all: [...needed, 'scope', 'trust', ...(providerName === 'GoogleWorkspace' ? (['offline'] as const) : [])], needed };
}

/** The members that have a field. */
const written = ['clientId', 'clientSecret', 'issuer', 'scope', 'trustUnverifiedEmail', 'offlineAccess', 'signAuthnRequest', 'metadataUrl', 'metadata', 'entityId', 'signInEndpoint', 'x509Certificate', 'attributeMapping'];

const kept = (values: Record<string, string | boolean>) => Object.fromEntries(Object.entries(values).filter(([, value]) => value !== '' && value !== false));

/** What is stored; members that have no field stay as they are, and nothing at all is kept of a form left empty. */
export function configOf(provider: Pick<Sso, 'providerName' | 'providerType'>, before: Record<string, unknown>, setup: Setup): Record<string, unknown> {
  const others = Object.fromEntries(Object.entries(before).filter(([member]) => !written.includes(member)));
  const { needed } = fieldsOf(provider, setup.way);
  if (needed.every((field) => !setup[field])) return {};
  const trimmed = (field: keyof Setup) => String(setup[field]).trim();
  if (provider.providerType !== 'saml') {
    return { ...others, ...kept(Object.fromEntries(needed.map((field) => [field, trimmed(field)]))), ...kept({ scope: trimmed('scope'), trustUnverifiedEmail: setup.trust, offlineAccess: provider.providerName === 'GoogleWorkspace' && setup.offline }) };
  }
  const attributes = kept({ id: trimmed('idAttribute'), email: trimmed('emailAttribute'), name: trimmed('nameAttribute') });
  const told = Object.fromEntries(needed.map((field) => [field === 'certificate' ? 'x509Certificate' : field, trimmed(field)]));
  return { ...others, ...told, ...(Object.keys(attributes).length && { attributeMapping: attributes }), ...kept({ signAuthnRequest: setup.sign }) };
}

/** What has to be mended in a form that somebody has begun to fill. */
export function problemsOf(provider: Pick<Sso, 'providerName' | 'providerType'>, setup: Setup): Partial<Record<keyof Setup, 'missing' | 'noAddress'>> {
  const { needed } = fieldsOf(provider, setup.way);
  const begun = needed.some((field) => setup[field]);
  const problems: Partial<Record<keyof Setup, 'missing' | 'noAddress'>> = {};
  for (const field of needed) {
    const value = String(setup[field]).trim();
    if (begun && !value) problems[field] = 'missing';
    else if (value && ['issuer', 'metadataUrl', 'signInEndpoint'].includes(field) && !/^https?:\/\/[^\s/]+\S*$/.test(value)) problems[field] = 'noAddress';
  }
  return problems;
}
