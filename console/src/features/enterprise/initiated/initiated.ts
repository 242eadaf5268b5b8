import type { Answer, Input, Row } from '@/app/api/client';

/** Where people get to who come from their provider unasked. */
export type Initiated = Answer<'get', '/api/sso-connectors/{id}/idp-initiated-auth-config'>;

/** An application that they may get to. */
export type Target = Pick<Row<'/api/applications'>, 'id' | 'name' | 'type' | 'oidcClientMetadata'>;

/** The kinds of them. */
export const kinds = ['Traditional', 'SPA', 'SAML'];

/** What is filled in. */
export interface Draft {
  target?: Target;
  /** Whether the sign-in is begun here, or by the application at an address of its own. */
  begins: 'here' | 'there';
  /** Left empty: the first that the application has. */
  redirectUri: string;
  scope: string;
  /** Further parameters, one a line. */
  parameters: string;
  callback: string;
}

/** Reads what is stored; without anything, the usual. */
export function draftOf(stored?: Initiated, target?: Target): Draft {
  const { scope = '', ...others } = (stored?.authParameters ?? {}) as Record<string, string>;
  return {
    target,
    begins: stored && !stored.autoSendAuthorizationRequest ? 'there' : 'here',
    redirectUri: stored?.redirectUri ?? '',
    scope,
    parameters: Object.entries(others)
      .map(([name, value]) => `${name}=${value}`)
      .join('\n'),
    callback: stored?.clientIdpInitiatedAuthCallbackUri ?? '',
  };
}

const lines = (text: string) => text.split('\n').map((line) => line.trim()).filter(Boolean);

/** Where the sign-in is begun: an application that runs in the browser begins it itself. */
export const beginsAt = ({ target, begins }: Draft) => (target?.type === 'SPA' ? 'there' : begins);

/** What has to be mended. */
export function problemsOf(draft: Draft): Partial<Record<'target' | 'parameters' | 'callback', true>> {
  const there = beginsAt(draft) === 'there';
  return {
    ...(!draft.target && { target: true as const }),
    ...(!there && lines(draft.parameters).some((line) => !/^[^=\s]+=/.test(line)) && { parameters: true as const }),
    ...(there && !/^https?:\/\/[^\s/#]+[^\s#]*$/.test(draft.callback.trim()) && { callback: true as const }),
  };
}

/** What is stored of it. */
export function inputOf(draft: Draft): Input<'put', '/api/sso-connectors/{id}/idp-initiated-auth-config'> {
  const defaultApplicationId = draft.target?.id ?? '';
  if (beginsAt(draft) === 'there') return { defaultApplicationId, autoSendAuthorizationRequest: false, clientIdpInitiatedAuthCallbackUri: draft.callback.trim() };
  const others = Object.fromEntries(
    lines(draft.parameters).map((line) => {
      const at = line.indexOf('=');
      return [line.slice(0, at), line.slice(at + 1)];
    }),
  );
  return {
    defaultApplicationId,
    autoSendAuthorizationRequest: true,
    redirectUri: draft.redirectUri || null,
    authParameters: { ...others, ...(draft.scope.trim() && { scope: draft.scope.trim() }) },
  };
}
