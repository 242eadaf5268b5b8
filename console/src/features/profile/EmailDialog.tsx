import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/app/api/error';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import { toast } from '@/parts/Toasts';
import { call, useMeChange } from './me';

/** Replaces the address; a code proves that messages arrive there. */
export function EmailDialog({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation('profile');
  const [email, setEmail] = useState('');
  const [code, setCode] = useState('');
  const [asked, setAsked] = useState(false);
  const send = useMutation({ mutationFn: () => call('POST', '/verification-codes', { email: email.trim() }) });
  const verify = useMeChange(() => call('POST', '/verification-codes/verify', { email: email.trim(), verificationCode: code.replace(/[\s-]/g, ''), action: 'changeEmail' }));
  const looksRight = /^\S+@\S+\.\S+$/.test(email.trim());
  const wrongCode = verify.error instanceof ApiError && verify.error.code.startsWith('verification_code.') ? verify.error.message : undefined;
  const submit = () => {
    setAsked(true);
    if (send.isSuccess) {
      if (code.trim()) verify.mutate(undefined, { onSuccess: () => (toast(t('emailChanged')), onClose()) });
    } else if (looksRight) send.mutate();
  };
  const failure = send.error ?? (wrongCode ? null : verify.error);
  return (
    <Dialog onClose={onClose} title={t('changeEmail')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          submit();
        }}
      >
        <Field label={t('newEmail')} hint={t('emailHint')} error={asked && !looksRight ? t('wrongEmail') : undefined}>
          <input type="email" autoComplete="email" data-autofocus value={email} readOnly={send.isSuccess} onChange={(event) => setEmail(event.currentTarget.value)} />
        </Field>
        {send.isSuccess && (
          <Field label={t('code')} error={wrongCode}>
            <input className="mono" inputMode="numeric" autoComplete="one-time-code" value={code} onChange={(event) => setCode(event.currentTarget.value)} />
          </Field>
        )}
        {failure && <ErrorPanel error={failure} />}
        <div className="dlg-acts">
          {send.isSuccess && (
            <Button variant="subtle" onClick={() => send.mutate()}>
              {t('sendAgain')}
            </Button>
          )}
          <Button onClick={onClose}>{t('frame:act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={send.isPending || verify.isPending}>
            {t(send.isSuccess ? 'changeEmail' : 'sendCode')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
