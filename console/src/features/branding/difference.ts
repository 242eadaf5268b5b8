import type { Connector, Experience, Method, SignUp } from './experience';
import type { Mfa } from './factor/factor';
import { isStandard } from './profile/profileField';

export type Kind = 'added' | 'removed' | 'changed' | 'moved';

/** One line of what saving would change. */
export interface Difference {
  kind: Kind;
  /** A phrase key below `difference`, or a name as it is. */
  subject: { key: string } | { name: string };
  before?: string;
  after?: string;
  /** A phrase key that says where, such as in social sign-in. */
  where?: string;
  values?: Record<string, string | number>;
}

type Say = (key: string) => string;

const text = (value: unknown, say: Say): string => {
  if (value === true) return say('difference.on');
  if (value === false || value === undefined || value === null || value === '') return value === false ? say('difference.off') : say('difference.none');
  if (Array.isArray(value)) return value.length ? value.map((one) => text(one, say)).join(', ') : say('difference.none');
  return String(value);
};

const flat = (value: unknown, prefix: string): Record<string, unknown> =>
  value !== null && typeof value === 'object' && !Array.isArray(value)
    ? Object.assign({}, ...Object.entries(value).map(([key, member]) => flat(member, `${prefix}.${key}`)))
    : { [prefix]: value };

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

function plain(key: string, before: unknown, after: unknown, say: Say): Difference[] {
  const was = flat(before, key);
  const is = flat(after, key);
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .filter((path) => !same(was[path], is[path]))
    .map((path) => ({ kind: 'changed', subject: { key: path }, before: text(was[path], say), after: text(is[path], say) }));
}

/** What happened to a list whose order counts: what came, what went, what has another place. */
function ordered(before: string[], after: string[], where: string, name: (id: string) => string): Difference[] {
  const kept = before.filter((id) => after.includes(id));
  const now = after.filter((id) => before.includes(id));
  return [
    ...after.filter((id) => !before.includes(id)).map((id): Difference => ({ kind: 'added', subject: { name: name(id) }, where, values: { place: after.indexOf(id) + 1 } })),
    ...before.filter((id) => !after.includes(id)).map((id): Difference => ({ kind: 'removed', subject: { name: name(id) }, where })),
    ...now
      .filter((id) => kept.indexOf(id) !== now.indexOf(id))
      .map((id): Difference => ({ kind: 'moved', subject: { name: name(id) }, where, values: { from: before.indexOf(id) + 1, to: after.indexOf(id) + 1 } })),
  ];
}

function methods(before: Method[], after: Method[], say: Say): Difference[] {
  const lines = ordered(
    before.map((one) => one.identifier),
    after.map((one) => one.identifier),
    'signIn',
    (id) => say(`identifier.${id}`),
  );
  const changed = after.flatMap((now) => {
    const was = before.find((one) => one.identifier === now.identifier);
    return was && !same(was, now) ? [{ kind: 'changed' as const, subject: { name: say(`identifier.${now.identifier}`) }, before: factors(was, say), after: factors(now, say) }] : [];
  });
  return [...lines, ...changed];
}

/** “Code, then password”. */
function factors(method: Method, say: Say): string {
  const words = [...(method.password ? [say('factor.password')] : []), ...(method.verificationCode ? [say('factor.code')] : [])];
  return (method.isPasswordPrimary ? words : words.toReversed()).join(' → ');
}

/** The questions of the sign-up form; where every field was asked before, all that are asked now are new. */
const asked = (saved: Experience, draft: Experience, say: Say) =>
  ordered(
    (saved.signUpProfileFields ?? []).map(({ name }) => name),
    (draft.signUpProfileFields ?? []).map(({ name }) => name),
    'form',
    (name) => (isStandard(name) ? say(`profile.standard.${name}`) : name),
  );

const secondStep = ({ factors: chosen, policy, organizationRequiredMfaPolicy }: Mfa, say: Say) => ({
  factors: chosen.map((factor) => say(`mfa.factor.${factor}.name`)),
  policy: say(`mfa.policy.${policy}`),
  organizationRequiredMfaPolicy: say(`mfa.organization.${organizationRequiredMfaPolicy ?? 'NoPrompt'}`),
});

const signUp = ({ identifiers, password, verify, secondaryIdentifiers = [] }: SignUp, say: Say) => ({
  identifiers: identifiers.map((each) => say(`identifier.${each}`)),
  password,
  verify,
  secondaryIdentifiers: secondaryIdentifiers.map((each) => say(`identifier.${each.identifier}`)),
});

/** Members whose values are words of the API, as these pages call them. */
const spoken: { [K in keyof Experience]?: (value: Experience[K], say: Say) => unknown } = {
  signUp,
  mfa: secondStep,
  signInMode: (mode, say) => say(`mode.${mode}`),
  agreeToTermsPolicy: (policy, say) => say(`terms.${policy}`),
  forgotPasswordMethods: (methods, say) => methods?.map((method) => say(`recovery.${method}`)) ?? say('recovery.automatic'),
  customUiAssets: (assets) => assets?.id,
};

const inWords = <K extends keyof Experience>(key: K, of: Experience, say: Say): unknown => {
  const words: ((value: Experience[K], say: Say) => unknown) | undefined = spoken[key];
  return words ? words(of[key], say) : of[key];
};

/** Everything that saving the draft would change, in the order of the pages. */
export function differences(saved: Experience, draft: Experience, connectors: Connector[], language: string, say: Say): Difference[] {
  const nameOf = (target: string) => {
    const connector = connectors.find((one) => one.target === target);
    return connector?.name[language] ?? connector?.name.en ?? target;
  };
  return (Object.keys(draft) as (keyof Experience)[])
    .filter((key) => !same(saved[key], draft[key]))
    .flatMap((key) => {
      if (key === 'socialSignInConnectorTargets') return ordered(saved[key], draft[key], 'social', nameOf);
      if (key === 'signIn') return methods(saved.signIn.methods, draft.signIn.methods, say);
      if (key === 'customCss') return [{ kind: 'changed' as const, subject: { key }, before: lines(saved.customCss, say), after: lines(draft.customCss, say) }];
      if (key === 'signUpProfileFields') return asked(saved, draft, say);
      return plain(key, inWords(key, saved, say), inWords(key, draft, say), say);
    });
}

const lines = (css: string | null, say: Say) => (css ? `${css.split('\n').length} ${say('difference.lines')}` : say('difference.none'));
