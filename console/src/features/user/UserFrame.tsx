import { Button } from '@mantine/core';
import IconLock from '@tabler/icons-react/icons/IconLock';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useParams } from 'react-router';
import { Avatar } from '@/parts/Avatar';
import { CopyId } from '@/parts/Copy';
import { DetailsPage } from '@/parts/DetailsPage';
import { Pending } from '@/parts/Pending';
import { PasswordReset } from './PasswordReset';
import { UserStatus } from './UserStatus';
import { nameOf, useUser, type User } from './user';

/** What stands above every page of one person. */
export function UserFrame({ children, foot }: { children: (user: User) => ReactNode; foot?: ReactNode }) {
  const { t } = useTranslation('user');
  const { userId = '' } = useParams();
  const user = useUser(userId);
  const [resetting, setResetting] = useState(false);
  const back = { to: 'users', label: t('title') };
  if (!user.data) return <Pending back={back} query={user} />;
  const person = user.data;
  return (
    <DetailsPage
      back={back}
      title={nameOf(person)}
      emblem={<Avatar id={person.id} name={nameOf(person)} picture={person.avatar} large />}
      meta={
        <>
          {person.primaryEmail && <span>{person.primaryEmail}</span>}
          <CopyId value={person.id} what={t('userId')} />
          <UserStatus user={person} />
        </>
      }
      actions={
        <Button leftSection={<IconLock size={18} stroke={1.75} aria-hidden />} onClick={() => setResetting(true)}>
          {t('resetPassword')}
        </Button>
      }
      tabs={[
        { to: `users/${userId}`, label: t('profile') },
        { to: `users/${userId}/roles`, label: t('roles') },
        { to: `users/${userId}/organizations`, label: t('organizations') },
        { to: `users/${userId}/logs`, label: t('logs') },
      ]}
      foot={foot}
    >
      {children(person)}
      {resetting && <PasswordReset user={person} onClose={() => setResetting(false)} />}
    </DetailsPage>
  );
}
