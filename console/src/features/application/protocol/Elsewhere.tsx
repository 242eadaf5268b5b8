import { useTranslation } from 'react-i18next';
import { Section, SwitchRow } from '@/parts/DetailsPage';
import { signatures } from './agreement';
import { Choice } from './Choice';
import type { Fields } from './fields';

/** People who sign in on another device, while the application waits. */
export function Elsewhere({ draft, set }: Fields) {
  const { t } = useTranslation('application');
  return (
    <Section title={t('speech.elsewhere')} lead={t('speech.elsewhereLead')}>
      <SwitchRow label={t('speech.ciba')} hint={t('speech.cibaHint')} checked={draft.ciba} onChange={(on) => set('ciba', on)} />
      {draft.ciba && <Choice label={t('speech.cibaAlg')} hint={t('speech.cibaAlgHint')} none={t('speech.notSigned')} options={signatures} value={draft.cibaAlg} onChange={(value) => set('cibaAlg', value)} />}
    </Section>
  );
}
