import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ApiError } from '@/app/api/error';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Field } from '@/parts/Field';
import { toast } from '@/parts/Toasts';
import { call, useMeChange, type Me } from './me';

/** Replaces the password; the old one proves that it is the person who asks. */
export function PasswordDialog({ me, onClose }: { me: Me; onClose: () => void }) {
  const { t } = useTranslation('profile');
  const [old, setOld] = useState('');
  const [fresh, setFresh] = useState('');
  const [again, setAgain] = useState('');
  const [asked, setAsked] = useState(false);
  const change = useMeChange(async () => {
    if (me.hasPassword) await call('POST', '/password/verify', { password: old });
    await call('POST', '/password', { password: fresh });
  });
  const wrongOld = change.error instanceof ApiError && change.error.code === 'session.invalid_credentials';
  const rejected = change.error instanceof ApiError && ['password.rejected', 'user.same_password'].includes(change.error.code) ? change.error.message : undefined;
  const different = fresh !== again;
  return (
    <Dialog onClose={onClose} title={t('changePassword')}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          setAsked(true);
          if (fresh && !different && (old || !me.hasPassword)) {
            change.mutate(undefined, { onSuccess: () => (toast(t('passwordChanged')), onClose()) });
          }
        }}
      >
        <input type="text" autoComplete="username" defaultValue={me.username ?? me.primaryEmail ?? ''} hidden readOnly />
        {me.hasPassword && (
          <Field label={t('oldPassword')} error={wrongOld ? t('wrongPassword') : asked && !old ? t('oldMissing') : undefined}>
            <input type="password" autoComplete="current-password" data-autofocus value={old} onChange={(event) => setOld(event.currentTarget.value)} />
          </Field>
        )}
        <Field label={t('newPassword')} error={rejected ?? (asked && !fresh ? t('newMissing') : undefined)}>
          <input type="password" autoComplete="new-password" value={fresh} onChange={(event) => setFresh(event.currentTarget.value)} />
        </Field>
        <Field label={t('newAgain')} error={asked && different ? t('different') : undefined}>
          <input type="password" autoComplete="new-password" value={again} onChange={(event) => setAgain(event.currentTarget.value)} />
        </Field>
        {change.isError && !wrongOld && !rejected && <ErrorPanel error={change.error} />}
        <div className="dlg-acts">
          <Button onClick={onClose}>{t('frame:act.cancel')}</Button>
          <Button type="submit" variant="filled" loading={change.isPending}>
            {t('changePassword')}
          </Button>
        </div>
      </form>
    </Dialog>
  );
}
