import { Button, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import { IssuerKeys } from './IssuerKeys';
import { empty, inputOf, problemsOf, subjects, type Draft, type Subject } from './issuer';

/** Lets an application present what an issuer says. */
export function AddIssuer({ applicationId, onClose, onDone }: { applicationId: string; onClose: () => void; onDone: () => void }) {
  const { t } = useTranslation('application');
  const { api } = useTenant();
  const [draft, setDraft] = useState(empty);
  const [asked, setAsked] = useState(false);
  const set = <K extends keyof Draft>(key: K, value: Draft[K]) => setDraft((before) => ({ ...before, [key]: value }));
  const wrong = problemsOf(draft);
  const add = useMutation({
    mutationFn: () => body(api.POST('/api/applications/{id}/trusted-issuers', { params: { path: { id: applicationId } }, body: inputOf(draft) })),
    onSuccess: onDone,
  });
  const said = (problem: string | undefined) => (asked && problem ? t(`issuers.problem.${problem}`) : undefined);
  return (
    <Dialog onClose={onClose} title={t('issuers.add')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (!Object.values(wrong).some(Boolean)) add.mutate();
        }}
      >
        <TextInput data-autofocus classNames={{ input: 'mono' }} label={t('issuers.issuer')} description={t('issuers.issuerHint')} maxLength={2048} spellCheck={false} placeholder="https://partner.example" value={draft.issuer} error={said(wrong.issuer)} onChange={(event) => set('issuer', event.currentTarget.value)} />
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
          <TextInput classNames={{ input: 'mono' }} label={t('issuers.target')} description={t('issuers.targetHint')} maxLength={256} placeholder="google" value={draft.target} error={said(wrong.target)} onChange={(event) => set('target', event.currentTarget.value)} />
        )}
        <TextInput classNames={{ input: 'mono' }} label={t('issuers.audience')} description={t('issuers.audienceHint')} maxLength={2048} value={draft.audience} onChange={(event) => set('audience', event.currentTarget.value)} />
        {add.isError && <ErrorPanel error={add.error} />}
        <div className="dlg-acts">
          <Button onClick={onClose}>{t('frame:act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={add.isPending}>
            {t('issuers.add')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
