import { Button } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { Dialog } from '@/parts/Dialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { ShownOnce } from '@/parts/ShownOnce';
import { nameOf, newPassword, useUserChange, type User } from './user';

/** Replaces a person's password by a new one, which is shown once. */
export function PasswordReset({ user, onClose }: { user: User; onClose: () => void }) {
  const { t } = useTranslation('user');
  const api = useApi();
  const [password, setPassword] = useState<string>();
  const change = useUserChange(user.id, (fresh: string) => body(api.PATCH('/api/users/{id}/password', { params: { path: { id: user.id } }, body: { password: fresh } })));
  if (password) {
    return (
      <ShownOnce title={t('resetDone', { name: nameOf(user) })} what={t('password')} value={password} warning={t('onceWarning')} onClose={onClose}>
        {t('createdLead')}
      </ShownOnce>
    );
  }
  const reset = () => {
    const fresh = newPassword();
    change.mutate(fresh, { onSuccess: () => setPassword(fresh) });
  };
  return (
    <Dialog onClose={onClose} title={t('resetTitle', { name: nameOf(user) })}>
      <div className="stack">
        <p className="sub">{t('resetLead')}</p>
        {change.isError && <ErrorPanel error={change.error} />}
        <div className="dlg-acts">
          <Button data-autofocus onClick={onClose}>
            {t('frame:act.cancel')}
          </Button>
          <Button variant="filled" loading={change.isPending} onClick={reset}>
            {t('resetPassword')}
          </Button>
        </div>
      </div>
    </Dialog>
  );
}
