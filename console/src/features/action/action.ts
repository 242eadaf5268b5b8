import type { Answer } from '@/app/api/client';

/** The moments at which a script has a say. */
export type Kind = 'action.postFirstFactorVerification' | 'action.postSignIn';

/** Whether what a script returns, and its failure, count. */
export type Action = Answer<'get', '/api/configs/actions/{actionType}'>;

/** How phrases call a moment. */
export const moments = { 'action.postFirstFactorVerification': 'refused', 'action.postSignIn': 'signedIn' } as const;

/** What a new script begins with. */
export const beginning: Record<Kind, string> = {
  'action.postFirstFactorVerification': `// First passwords that were handed out on paper, by user name, as JSON in the variable PASSWORDS.
const runAction = async ({ event, environmentVariables }) => {
  const passwords = JSON.parse(environmentVariables.PASSWORDS ?? '{}');
  const { identifier, password } = event;
  if (!password || passwords[identifier.value] !== password) return;
  return { user: { name: identifier.value, customData: { movedIn: true } } };
};
`,
  'action.postSignIn': `const runAction = async ({ event }) => {
  const { user, application } = event;
  return { user: { customData: { ...user.customData, lastApplication: application?.name } } };
};
`,
};

/** How variables are written. */
export const variablesSample: Record<Kind, string> = { 'action.postFirstFactorVerification': 'PASSWORDS={"mira":"High-tide-71"}', 'action.postSignIn': 'SHELF=4' };

const application = { id: 'bookstore', name: 'Bookstore', type: 'Traditional', customData: {} };
const visitor = { ip: '203.0.113.7', userAgent: 'Mozilla/5.0' };

/** What a script is tried with until somebody writes a sample of their own. */
export const samples: Record<Kind, object> = {
  'action.postFirstFactorVerification': {
    interactionEvent: 'SignIn',
    identifier: { type: 'username', value: 'mira' },
    password: 'the typed password',
    user: null,
    application,
    ...visitor,
  },
  'action.postSignIn': {
    interactionEvent: 'SignIn',
    user: { id: 'k3v8w2m1', username: 'mira', primaryEmail: 'mira@books.example', primaryPhone: null, name: 'Mira Levi', avatar: null, customData: { plan: 'pro' }, profile: {}, identities: {}, isSuspended: false, hasPassword: true },
    application,
    ...visitor,
  },
};
