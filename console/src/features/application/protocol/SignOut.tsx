import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, SwitchRow } from '@/parts/DetailsPage';
import { wrongAddress } from './agreement';
import type { Fields } from './fields';

/** How the application hears that people have signed out. */
export function SignOut({ draft, set }: Fields) {
  const { t } = useTranslation('application');
  const channel = (key: 'backchannel' | 'frontchannel') => (
    <>
      <TextInput
        type="url"
        label={t(`speech.${key}`)}
        description={t(`speech.${key}Hint`)}
        placeholder="https://shop.example/signed-out"
        value={draft[key]}
        error={wrongAddress(draft[key]) && t('speech.noAddress')}
        onChange={(event) => set(key, event.currentTarget.value)}
      />
      {draft[key] && <SwitchRow label={t(`speech.${key}Session`)} hint={t('speech.sessionHint')} checked={draft[`${key}Session`]} onChange={(on) => set(`${key}Session`, on)} />}
    </>
  );
  return (
    <Section title={t('speech.signOut')} lead={t('speech.signOutLead')}>
      {channel('backchannel')}
      {channel('frontchannel')}
    </Section>
  );
}
