import { useTranslation } from 'react-i18next';
import { Section } from '@/parts/DetailsPage';
import { contents, envelopes, signatures } from './agreement';
import { Choice } from './Choice';
import type { Fields } from './fields';

/** By which algorithms the provider signs and encrypts what it answers. */
export function Answers({ draft, set }: Fields) {
  const { t } = useTranslation('application');
  const encryption = (of: 'idToken' | 'userinfo') => (
    <div className="two">
      <Choice label={t(`speech.${of}Envelope`)} none={t('speech.notEncrypted')} options={envelopes} value={draft[`${of}Envelope`]} onChange={(value) => set(`${of}Envelope`, value)} />
      {draft[`${of}Envelope`] && <Choice label={t('speech.content')} none={t('speech.usual')} options={contents} value={draft[`${of}Content`]} onChange={(value) => set(`${of}Content`, value)} />}
    </div>
  );
  return (
    <Section title={t('speech.answers')} lead={t('speech.answersLead')}>
      <Choice label={t('speech.idTokenAlg')} none={t('speech.tenants')} options={signatures} value={draft.idTokenAlg} onChange={(value) => set('idTokenAlg', value)} />
      {encryption('idToken')}
      <Choice label={t('speech.userinfoAlg')} none={t('speech.notSigned')} options={signatures} value={draft.userinfoAlg} onChange={(value) => set('userinfoAlg', value)} />
      {encryption('userinfo')}
      <Choice label={t('speech.answerAlg')} hint={t('speech.answerAlgHint')} none={t('speech.tenants')} options={signatures} value={draft.answerAlg} onChange={(value) => set('answerAlg', value)} />
    </Section>
  );
}
