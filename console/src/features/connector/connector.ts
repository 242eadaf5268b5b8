import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { body, type Api } from '@/app/api/client';
import { useApi, useTenant } from '@/app/tenant';

export type Kind = 'Social' | 'Email' | 'Sms';

/** One field of a connector's form, as the server describes it. */
export interface FormItem {
  key: string;
  type: 'Text' | 'Number' | 'MultilineText' | 'Switch' | 'Select' | 'MultiSelect' | 'Json';
  label: string;
  required?: boolean;
  defaultValue?: unknown;
  selectItems?: { value: string; title?: string }[];
  showConditions?: { targetKey: string; expectValue?: unknown }[];
  placeholder?: string;
  description?: string;
  isConfidential?: boolean;
}

/** What connectors can be made from. */
export interface Factory {
  id: string;
  type: Kind;
  target: string;
  platform: string | null;
  name: Record<string, string>;
  description: Record<string, string>;
  logo: string;
  logoDark: string | null;
  readme: string;
  formItems?: FormItem[];
  isStandard?: boolean;
  isTokenStorageSupported?: boolean;
  isDemo?: boolean;
}

export type Config = Record<string, unknown>;

/** How a tenant calls the provider of a standard connector. */
export interface Look {
  target?: string;
  name?: Record<string, string>;
  logo?: string;
  logoDark?: string;
}

/** A connector as the tenant has configured it. */
export interface Connector extends Factory {
  connectorId: string;
  config: Config;
  metadata: Look;
  syncProfile: boolean;
  enableTokenStorage: boolean;
}

/** The id of the factory of connectors that speak SAML. */
export const samlFactory = 'saml';

/** Where the provider of a connector of SAML sends its responses. */
export const assertionConsumer = (endpoint: string, connectorId: string) => `${endpoint}/api/authn/saml/${connectorId}`;

/** What of the sign-in settings tells whether a connector is in use. */
export interface UseOfConnectors {
  socialSignInConnectorTargets: string[];
  signIn: { methods: { identifier: string; verificationCode: boolean }[] };
  signUp: { identifiers: string[]; secondaryIdentifiers?: { identifier: string }[] };
  forgotPasswordMethods: string[] | null;
}

export const nameIn = ({ name }: Pick<Factory, 'name'>, language: string) => name[language] ?? name.en ?? '';

/** The part of the address below `connectors` where connectors of a kind live. */
export const tabOf = (kind: Kind) => (kind === 'Social' ? 'social' : 'passwordless');

/** The name or description of a connector in the reader's language. */
export function useNames() {
  const { i18n } = useTranslation();
  return {
    name: (of: Pick<Factory, 'name'>) => nameIn(of, i18n.language),
    description: (of: Pick<Factory, 'description'>) => of.description[i18n.language] ?? of.description.en ?? '',
  };
}

export function useFactories() {
  const { id, api } = useTenant();
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: [id, 'connector-factories', i18n.language],
    staleTime: Infinity,
    queryFn: ({ signal }) => body(api.GET('/api/connector-factories', { signal })) as unknown as Promise<Factory[]>,
  });
}

export function useConnectors() {
  const { id, api } = useTenant();
  return useQuery({
    queryKey: [id, 'connectors'],
    queryFn: ({ signal }) => body(api.GET('/api/connectors', { signal })) as unknown as Promise<Connector[]>,
  });
}

export function useConnector(connectorId: string) {
  const { id, api } = useTenant();
  const { i18n } = useTranslation();
  return useQuery({
    queryKey: [id, 'connectors', connectorId, i18n.language],
    queryFn: ({ signal }) => readConnector(api, connectorId, signal),
  });
}

export const readConnector = (api: Api, id: string, signal?: AbortSignal) =>
  body(api.GET('/api/connectors/{id}', { params: { path: { id } }, signal })) as unknown as Promise<Connector>;

/** Tells of a connector whether the sign-in pages use it; nothing while that is not known. */
export function useInUse(): (of: Pick<Connector, 'type' | 'target'>) => boolean | undefined {
  const { id, api } = useTenant();
  const { data } = useQuery({
    queryKey: [id, 'sign-in-exp'],
    queryFn: ({ signal }) => body(api.GET('/api/sign-in-exp', { signal })) as unknown as Promise<UseOfConnectors>,
  });
  return (of) => data && inUse(of, data);
}

/** Whether the sign-in settings need this connector. */
export function inUse({ type, target }: Pick<Connector, 'type' | 'target'>, settings: UseOfConnectors): boolean {
  if (type === 'Social') return settings.socialSignInConnectorTargets.includes(target);
  const identifier = type === 'Email' ? 'email' : 'phone';
  const recovery = type === 'Email' ? 'EmailVerificationCode' : 'PhoneVerificationCode';
  const asked = [...settings.signUp.identifiers, ...(settings.signUp.secondaryIdentifiers ?? []).map((each) => each.identifier)];
  return (
    settings.signIn.methods.some((method) => method.identifier === identifier && method.verificationCode) ||
    asked.some((each) => each === identifier || each === 'emailOrPhone') ||
    (settings.forgotPasswordMethods?.includes(recovery) ?? false)
  );
}

/** Lets everything that shows connectors read them again. */
export function useForgetConnectors() {
  const { id } = useTenant();
  const queries = useQueryClient();
  return () =>
    Promise.all([
      queries.invalidateQueries({ queryKey: [id, 'connectors'] }),
      queries.invalidateQueries({ queryKey: [id, 'sign-in-exp'] }),
    ]);
}

export { useApi };

const letters = '0123456789abcdefghijklmnopqrstuvwxyz';

/** An identifier for a connector that is about to be made, so that its callback URIs are known before. */
export function newConnectorId(): string {
  return Array.from(crypto.getRandomValues(new Uint32Array(12)), (value) => letters[value % letters.length]).join('');
}
