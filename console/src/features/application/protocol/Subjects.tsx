import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, SwitchRow } from '@/parts/DetailsPage';
import { editable, type Agreement } from './agreement';
import type { Fields } from './fields';

/** By which IDs an application knows people: everybody's, or those of its group alone. */
export function Subjects({ draft, set, wrong, known }: Fields & { known: Agreement }) {
  const { t } = useTranslation('application');
  const before = editable(known);
  const others = draft.pairwise !== before.pairwise || (draft.pairwise && draft.sector.trim() !== before.sector);
  return (
    <Section title={t('speech.subjects')} lead={t('speech.subjectsLead')}>
      <SwitchRow label={t('speech.pairwise')} hint={t('speech.pairwiseHint')} checked={draft.pairwise} onChange={(on) => set('pairwise', on)} />
      {draft.pairwise && (
        <TextInput type="url" label={t('speech.sector')} description={t('speech.sectorHint')} placeholder="https://shop.example/group.json" value={draft.sector} error={wrong.sector && t(`speech.${wrong.sector}`)} onChange={(event) => set('sector', event.currentTarget.value)} />
      )}
      {others && (
        <p className="note warn" role="status">
          {t('speech.strangers')}
        </p>
      )}
    </Section>
  );
}
