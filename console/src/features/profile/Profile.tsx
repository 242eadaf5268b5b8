import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Avatar } from '@/parts/Avatar';
import { CopyId } from '@/parts/Copy';
import { Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Loading } from '@/parts/Loading';
import { Page } from '@/parts/Page';
import { useDraft } from '@/parts/draft';
import { SaveBar } from '@/parts/SaveBar';
import { toast } from '@/parts/Toasts';
import { Appearance } from './Appearance';
import { Links } from './Links';
import { call, useMe, useMeChange, type Me } from './me';
import { SignIn } from './SignIn';

/** The administrator's own account. */
export default function Profile() {
  const { t } = useTranslation('profile');
  const me = useMe();
  if (me.data) return <Loaded me={me.data} />;
  return (
    <Page title={t('title')} lead={t('lead')}>
      {me.isError ? <ErrorPanel error={me.error} onRetry={() => void me.refetch()} /> : <Loading />}
    </Page>
  );
}

function Loaded({ me }: { me: Me }) {
  const { t } = useTranslation('profile');
  const { draft, set, changed, discard } = useDraft({ name: me.name ?? '', username: me.username ?? '', avatar: me.avatar ?? '' });
  const [asked, setAsked] = useState(false);
  const save = useMeChange(() => call('PATCH', '', Object.fromEntries(changed.map((name) => [name, draft[name].trim() || null]))));
  const wrongName = draft.username !== '' && !/^[A-Z_a-z]\w*$/.test(draft.username);
  const wrongAvatar = draft.avatar !== '' && !URL.canParse(draft.avatar);
  const onSave = () => {
    setAsked(true);
    if (!wrongName && !wrongAvatar) save.mutate(undefined, { onSuccess: () => (discard(), toast(t('frame:act.saved'))) });
  };
  const shown = draft.name || me.username || me.primaryEmail || me.id;
  return (
    <>
      <Page title={t('title')} lead={t('lead')}>
        <Section title={t('about')} lead={t('aboutLead')}>
          <div className="row">
            <Avatar id={me.id} name={shown} picture={wrongAvatar ? null : draft.avatar} large />
            <CopyId value={me.id} what={t('id')} />
          </div>
          <div className="two">
            <TextInput label={t('name')} maxLength={128} autoComplete="name" value={draft.name} onChange={(event) => set('name', event.currentTarget.value)} />
            <TextInput
              label={t('username')}
              maxLength={128}
              autoComplete="username"
              value={draft.username}
              error={(asked || changed.includes('username')) && wrongName && t('wrongUsername')}
              onChange={(event) => set('username', event.currentTarget.value)}
            />
          </div>
          <TextInput label={t('avatar')} type="url" value={draft.avatar} error={wrongAvatar && t('wrongUrl')} onChange={(event) => set('avatar', event.currentTarget.value)} />
        </Section>
        <SignIn me={me} />
        <Links me={me} />
        <Appearance />
      </Page>
      <SaveBar changes={changed.length} saving={save.isPending} error={save.error} invalid={wrongName || wrongAvatar} onSave={onSave} onDiscard={discard} />
    </>
  );
}
