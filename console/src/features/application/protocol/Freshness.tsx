import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Section, SwitchRow } from '@/parts/DetailsPage';
import { Field } from '@/parts/Field';
import type { Fields } from './fields';

/** How old and how strong a sign-in has to be where a request does not say. */
export function Freshness({ draft, set, wrong }: Fields) {
  const { t } = useTranslation('application');
  return (
    <Section title={t('speech.freshness')} lead={t('speech.freshnessLead')}>
      <TextInput label={t('speech.maxAge')} description={t('speech.maxAgeHint')} inputMode="numeric" value={draft.maxAge} error={wrong.maxAge && t(`speech.${wrong.maxAge}`)} onChange={(event) => set('maxAge', event.currentTarget.value)} />
      <SwitchRow label={t('speech.authTime')} hint={t('speech.authTimeHint')} checked={draft.authTime} onChange={(on) => set('authTime', on)} />
      <Field label={t('speech.acr')} hint={t('speech.acrHint')} error={wrong.acr && t(`speech.${wrong.acr}`)}>
        <textarea className="mono" rows={2} spellCheck={false} autoCapitalize="off" value={draft.acr} placeholder="urn:gatehouse:acr:single-factor" onChange={(event) => set('acr', event.currentTarget.value)} />
      </Field>
    </Section>
  );
}
