import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { objectIn, pretty } from '@/parts/code/values';
import { Section } from '@/parts/DetailsPage';
import { Field } from '@/parts/Field';
import { useSettings } from '@/parts/settings';
import { useParams } from 'react-router';
import { Factors } from './factor/Factors';
import { problems } from './fields';
import { Grants } from './Grants';
import { Sessions } from './Sessions';
import { Tokens } from './Tokens';
import { TrustedBrowsers } from './TrustedBrowsers';
import { UserEnd } from './UserEnd';
import { UserFrame } from './UserFrame';
import { useUser, type User } from './user';
import { WaysIn } from './WaysIn';

const standard = ['givenName', 'familyName', 'nickname', 'website', 'birthdate', 'gender', 'zoneinfo', 'locale'] as const;
type Claim = (typeof standard)[number];

interface Draft extends Record<Claim, string> {
  name: string;
  username: string;
  primaryEmail: string;
  primaryPhone: string;
  avatar: string;
  customData: string;
}

/** A person's account: what others see of it, how they sign in, and its end. */
export default function UserProfile() {
  const { userId = '' } = useParams();
  const { data: user } = useUser(userId);
  if (!user) return <UserFrame>{() => null}</UserFrame>;
  return <Loaded key={userId} user={user} />;
}

function Loaded({ user }: { user: User }) {
  const { t } = useTranslation('user');
  const api = useApi();
  const wrongOf = (draft: Draft) => {
    const wrong: Record<string, string> = problems(draft, t);
    if (objectIn(draft.customData) === undefined) wrong.customData = t('wrongJson');
    if (draft.avatar && !URL.canParse(draft.avatar)) wrong.avatar = t('wrongUrl');
    return wrong;
  };
  const { draft, set, changed, bar } = useSettings<User, Draft>({
    of: ['user', user.id],
    lists: ['users'],
    thing: user,
    editable: draftOf,
    labels: Object.fromEntries([...standard, 'name', 'username', 'primaryEmail', 'primaryPhone', 'avatar', 'customData'].map((name) => [name, t(name as Claim)])) as Record<keyof Draft, string>,
    invalid: (now) => Object.keys(wrongOf(now)).length > 0,
    send: ({ patch, draft: now, thing }) =>
      body(api.PATCH('/api/users/{id}', { params: { path: { id: user.id } }, body: patchOf(thing, now, Object.keys(patch) as (keyof Draft)[]) as never })),
  });
  const wrong = wrongOf(draft);
  const field = (name: Exclude<keyof Draft, 'customData'>, type = 'text') => ({
    label: t(name),
    type,
    value: draft[name],
    error: changed.includes(name) ? wrong[name] : undefined,
    autoComplete: 'off',
    onChange: ({ currentTarget: { value } }: { currentTarget: { value: string } }) => set(name, value),
  });
  return (
    <UserFrame foot={bar}>
      {() => (
        <>
          <Section title={t('profile')} lead={t('profileLead')}>
            <div className="two">
              <TextInput {...field('name')} />
              <TextInput {...field('username')} />
              <TextInput {...field('primaryEmail', 'email')} />
              <TextInput {...field('primaryPhone', 'tel')} />
            </div>
            <TextInput {...field('avatar', 'url')} />
            <details>
              <summary className="sub more">{t('more')}</summary>
              <div className="stack">
                <div className="two">
                  {standard.map((name) => (
                    <TextInput key={name} {...field(name)} />
                  ))}
                </div>
                <Field label={t('customData')} hint={t('customDataHint')} error={changed.includes('customData') ? wrong.customData : undefined}>
                  <textarea className="mono" rows={6} spellCheck={false} value={draft.customData} onChange={(event) => set('customData', event.currentTarget.value)} />
                </Field>
              </div>
            </details>
          </Section>
          <WaysIn user={user} />
          <Factors user={user} />
          <Sessions user={user} />
          <TrustedBrowsers user={user} />
          <Grants userId={user.id} />
          <Tokens userId={user.id} />
          <UserEnd user={user} />
        </>
      )}
    </UserFrame>
  );
}

function draftOf(user: User): Draft {
  const claims = Object.fromEntries(standard.map((name) => [name, String(user.profile[name] ?? '')])) as Record<Claim, string>;
  return {
    ...claims,
    name: user.name ?? '',
    username: user.username ?? '',
    primaryEmail: user.primaryEmail ?? '',
    primaryPhone: user.primaryPhone ?? '',
    avatar: user.avatar ?? '',
    customData: pretty(user.customData),
  };
}

/** Only what was changed; a claim that was emptied is left out of the profile, which is written whole. */
function patchOf(user: User, draft: Draft, changed: (keyof Draft)[]) {
  const patch: Record<string, unknown> = {};
  for (const name of ['name', 'username', 'primaryEmail', 'avatar'] as const) {
    if (changed.includes(name)) patch[name] = draft[name].trim() || null;
  }
  if (changed.includes('primaryPhone')) patch.primaryPhone = draft.primaryPhone.replace(/\D/g, '') || null;
  if (changed.includes('customData')) patch.customData = objectIn(draft.customData);
  if (standard.some((name) => changed.includes(name))) {
    const rest = Object.entries(user.profile).filter(([name]) => !standard.includes(name as Claim));
    patch.profile = Object.fromEntries([...rest, ...standard.map((name) => [name, draft[name].trim()] as const).filter(([, value]) => value)]);
  }
  return patch;
}
