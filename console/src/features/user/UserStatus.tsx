import { useTranslation } from 'react-i18next';
import { Status } from '@/parts/DetailsPage';
import type { User } from './user';

/** Whether the person may sign in, and ever did. */
export function UserStatus({ user }: { user: User }) {
  const { t } = useTranslation('user');
  if (user.isSuspended) return <Status kind="bad">{t('suspended')}</Status>;
  return user.lastSignInAt ? <Status kind="ok">{t('active')}</Status> : <Status kind="none">{t('neverSignedIn')}</Status>;
}
