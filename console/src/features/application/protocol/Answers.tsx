import { useTranslation } from 'react-i18next';
import { Section } from '@/parts/DetailsPage';
import { signatures } from './agreement';
import { Choice } from './Choice';
import { Encryption } from './Encryption';
import type { Fields } from './fields';

/** By which algorithms the provider signs and encrypts what it answers. */
export function Answers({ draft, set }: Fields) {
  const { t } = useTranslation('application');
  return (
    <Section title={t('speech.answers')} lead={t('speech.answersLead')}>
      <Choice label={t('speech.idTokenAlg')} none={t('speech.tenants')} options={signatures} value={draft.idTokenAlg} onChange={(value) => set('idTokenAlg', value)} />
      <Encryption of="idToken" draft={draft} set={set} />
      <Choice label={t('speech.userinfoAlg')} none={t('speech.notSigned')} options={signatures} value={draft.userinfoAlg} onChange={(value) => set('userinfoAlg', value)} />
      <Encryption of="userinfo" draft={draft} set={set} />
      <Choice label={t('speech.answerAlg')} hint={t('speech.answerAlgHint')} none={t('speech.tenants')} options={signatures} value={draft.answerAlg} onChange={(value) => set('answerAlg', value)} />
    </Section>
  );
}
