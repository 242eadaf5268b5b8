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
