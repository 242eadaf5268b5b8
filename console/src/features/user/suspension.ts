import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { toast } from '@/parts/Toasts';
import { nameOf, useUserChange, type User } from './user';

/** Shuts a person out or lets them in again, at once; the toast takes it back. */
export function useSuspension(user: User) {
  const { t } = useTranslation('user');
  const api = useApi();
  const change = useUserChange(user.id, (isSuspended: boolean) =>
    body(api.PATCH('/api/users/{id}/is-suspended', { params: { path: { id: user.id } }, body: { isSuspended } })),
  );
  const set = (suspended: boolean, undoable: boolean) =>
    change.mutate(suspended, {
      onSuccess: () =>
        toast(t(suspended ? 'suspendedToast' : 'unsuspendedToast', { name: nameOf(user) }), undoable ? () => set(!suspended, false) : undefined),
    });
  return { ...change, toggle: () => set(!user.isSuspended, true) };
}
