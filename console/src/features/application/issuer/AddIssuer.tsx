import { TextInput } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { FormDialog } from '@/parts/FormDialog';
import { Field } from '@/parts/Field';
import { IssuerKeys } from './IssuerKeys';
import { empty, inputOf, problemsOf, subjects, type Draft, type Subject } from './issuer';

/** Lets an application present what an issuer says. */
export function AddIssuer({ applicationId, onClose, onDone }: { applicationId: string; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('application');
  const { api } = useTenant();
  const [draft, setDraft] = useState(empty);
  const set = <K extends keyof Draft>(key: K, value: Draft[K]) => setDraft((before) => ({ ...before, [key]: value }));
  const wrong = problemsOf(draft);
  const add = async () => {
    await body(api.POST('/api/applications/{id}/trusted-issuers', { params: { path: { id: applicationId } }, body: inputOf(draft) }));
    onDone();
  };
  const said = (problem: string | undefined) => problem && t(`issuers.problem.${problem}`);
  return (
    <FormDialog title={t('issuers.add')} invalid={Object.values(wrong).some(Boolean)} send={add} onClose={onClose}>
      {(asked) => (
        <>
          <TextInput data-autofocus classNames={{ input: 'mono' }} label={t('issuers.issuer')} description={t('issuers.issuerHint')} maxLength={2048} spellCheck={false} placeholder="https://partner.example" value={draft.issuer} error={asked && said(wrong.issuer)} onChange={(event) => set('issuer', event.currentTarget.value)} />
          <IssuerKeys draft={draft} wrong={asked ? wrong : {}} onChange={(keys) => setDraft((before) => ({ ...before, ...keys }))} />
          <Field label={t('issuers.subject')} hint={t('issuers.subjectHint')}>
            <select value={draft.subject} onChange={(event) => set('subject', event.currentTarget.value as Subject)}>
              {subjects.map((subject) => (
                <option key={subject} value={subject}>
                  {t(`issuers.by.${subject}`)}
                </option>
              ))}
            </select>
          </Field>
          {draft.subject === 'identity' && (
            <TextInput classNames={{ input: 'mono' }} label={t('issuers.target')} description={t('issuers.targetHint')} maxLength={256} placeholder="google" value={draft.target} error={asked && said(wrong.target)} onChange={(event) => set('target', event.currentTarget.value)} />
          )}
          <TextInput classNames={{ input: 'mono' }} label={t('issuers.audience')} description={t('issuers.audienceHint')} maxLength={2048} value={draft.audience} onChange={(event) => set('audience', event.currentTarget.value)} />
        </>
      )}
    </FormDialog>
  );
}
