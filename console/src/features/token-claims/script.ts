import type { Answer } from '@/app/api/client';

/** Whose tokens a script is for. */
export type Kind = 'access-token' | 'client-credentials';

/** A script as the Management API gives it. */
export type Script = Answer<'get', '/api/configs/jwt-customizer/{tokenTypePath}'>;

/** What a new script begins with. */
export const beginning: Record<Kind, string> = {
  'access-token': `const getCustomJwtClaims = async ({ token, context, environmentVariables, api }) => {
  if (context.user.isSuspended) api.denyAccess('Suspended');
  return {
    plan: context.user.customData?.plan ?? 'free',
    roles: context.user.roles.map((role) => role.name),
  };
};
`,
  'client-credentials': `const getCustomJwtClaims = async ({ token, context, environmentVariables, api }) => ({
  team: context.application?.customData?.team ?? 'unknown',
});
`,
};

const token = { iss: 'https://id.example/oidc', jti: 'f1d3ff8443297732862df21dc4e57262', aud: 'https://api.example', scope: 'read:books', exp: 1_800_003_600, iat: 1_800_000_000 };

/** What a script is tried with until somebody writes a sample of their own. */
export const samples: Record<Kind, { token: object; context: object }> = {
  'access-token': {
    token: { ...token, kind: 'AccessToken', sub: 'k3v8w2m1', clientId: 'bookstore', accountId: 'k3v8w2m1', sessionUid: '7sQz' },
    context: {
      user: {
        id: 'k3v8w2m1',
        username: 'mira',
        primaryEmail: 'mira@books.example',
        primaryPhone: null,
        name: 'Mira Levi',
        avatar: null,
        customData: { plan: 'pro' },
        identities: {},
        profile: {},
        isSuspended: false,
        hasPassword: true,
        mfaVerificationFactors: [],
        roles: [{ id: 'r1', name: 'reader', description: 'Reads books', scopes: [{ id: 's1', name: 'read:books' }] }],
        organizations: [],
        organizationRoles: [],
        ssoIdentities: [],
      },
    },
  },
  'client-credentials': {
    token: { ...token, kind: 'ClientCredentials', clientId: 'nightly-import' },
    context: { application: { id: 'nightly-import', name: 'Nightly import', type: 'MachineToMachine', customData: { team: 'stock' } } },
  },
};

export const pretty = (value: unknown) => JSON.stringify(value, null, 2);

/** The object that a text holds; nothing when it holds none. */
export function objectIn(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}

/** Variables as lines of `NAME=value`. */
export const linesOf = (variables: Record<string, string> | undefined) =>
  Object.entries(variables ?? {})
    .map(([name, value]) => `${name}=${value}`)
    .join('\n');

/** Reads lines of `NAME=value`; nothing when a line is none. */
export function variablesIn(text: string): Record<string, string> | undefined {
  const variables: Record<string, string> = {};
  for (const line of text.split('\n')) {
    if (!line.trim()) continue;
    const match = /^\s*([A-Za-z_]\w*)\s*=(.*)$/.exec(line);
    if (!match?.[1] || match[1] in variables) return undefined;
    variables[match[1]] = (match[2] ?? '').trim();
  }
  return variables;
}
