import { TextInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Field } from '@/parts/Field';
import type { KeyDraft, keyProblemsOf } from './issuer';

interface Keys {
  draft: KeyDraft;
  wrong: Partial<ReturnType<typeof keyProblemsOf>>;
  onChange: (changes: Partial<KeyDraft>) => void;
}

/** The keys of somebody whose word counts: at an address of theirs, or kept here. */
export function IssuerKeys({ draft, wrong, onChange }: Keys) {
  const { t } = useTranslation('application');
  return (
    <>
      <Field label={t('proof.keys')}>
        <select value={draft.keys} onChange={(event) => onChange({ keys: event.currentTarget.value as KeyDraft['keys'] })}>
          <option value="address">{t('issuers.address')}</option>
          <option value="given">{t('proof.where.given')}</option>
        </select>
      </Field>
      {draft.keys === 'address' ? (
        <TextInput type="url" classNames={{ input: 'mono' }} label={t('proof.jwksUri')} placeholder="https://partner.example/jwks.json" value={draft.jwksUri} error={wrong.jwksUri && t(`issuers.problem.${wrong.jwksUri}`)} onChange={(event) => onChange({ jwksUri: event.currentTarget.value })} />
      ) : (
        <Field label={t('proof.jwks')} hint={t('issuers.jwksHint')} error={wrong.jwks && t(`issuers.problem.${wrong.jwks}`)}>
          <textarea className="mono" rows={6} spellCheck={false} value={draft.jwks} onChange={(event) => onChange({ jwks: event.currentTarget.value })} />
        </Field>
      )}
    </>
  );
}
