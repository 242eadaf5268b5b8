import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { SwitchRow } from '@/parts/DetailsPage';
import { useStudio, type PasswordPolicy } from '../experience';
import { CheckField, Group, NumberField, SelectField } from '../fields';

const usual = { min: 8, max: 256, kinds: 1 };

/** Which passwords people may choose. */
export default function PasswordTab() {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  const policy = draft.passwordPolicy;
  const change = (part: PasswordPolicy) => set('passwordPolicy', { ...policy, ...part });
  const length = { min: policy.length?.min ?? usual.min, max: policy.length?.max ?? usual.max };
  const rejects = { pwned: true, repetitionAndSequence: true, userInfo: true, words: [], ...policy.rejects };
  return (
    <>
      <Group title={t('password.title')} lead={t('password.lead')}>
        <div className="two">
          <NumberField label={t('password.min')} hint={t('password.minHint')} value={length.min} min={1} max={256} onChange={(min) => change({ length: { ...length, min } })} />
          <SelectField
            label={t('password.kinds')}
            hint={t('password.kindsHint')}
            value={String(policy.characterTypes?.min ?? usual.kinds)}
            options={['1', '2', '3', '4'].map((count) => [count, t('password.kindsOf', { number: count })])}
            onChange={(min) => change({ characterTypes: { min: Number(min) } })}
          />
        </div>
      </Group>
      <Group title={t('password.rejects')} lead={t('password.rejectsLead')}>
        <div>
          {(['pwned', 'repetitionAndSequence', 'userInfo'] as const).map((key) => (
            <CheckField key={key} label={t(`password.${key}`)} checked={rejects[key]} onChange={(on) => change({ rejects: { ...rejects, [key]: on } })} />
          ))}
        </div>
        <Words words={rejects.words} onChange={(words) => change({ rejects: { ...rejects, words } })} />
      </Group>
      <Expiration />
    </>
  );
}

function Words({ words, onChange }: { words: string[]; onChange: (words: string[]) => void }) {
  const { t } = useTranslation('branding');
  const id = useId();
  return (
    <div className="f">
      <label htmlFor={id}>{t('password.words')}</label>
      <textarea className="in" id={id} rows={4} spellCheck={false} value={words.join('\n')} aria-describedby={`${id}-hint`} onChange={(event) => onChange(event.currentTarget.value === '' ? [] : event.currentTarget.value.split('\n'))} onBlur={() => onChange(words.map((word) => word.trim()).filter(Boolean))} />
      <p className="hint" id={`${id}-hint`}>
        {t('password.wordsHint')}
      </p>
    </div>
  );
}

function Expiration() {
  const { t } = useTranslation('branding');
  const { draft, set } = useStudio();
  const { enabled = false, validPeriodDays = 90 } = draft.passwordExpiration;
  return (
    <Group title={t('expiration.title')}>
      <SwitchRow label={t('expiration.enabled')} hint={t('expiration.hint')} checked={enabled} onChange={(on) => set('passwordExpiration', on ? { enabled: true, validPeriodDays } : { enabled: false })} />
      {enabled && <NumberField label={t('expiration.days')} value={validPeriodDays} min={1} max={3650} onChange={(days) => set('passwordExpiration', { enabled: true, validPeriodDays: days })} />}
    </Group>
  );
}
