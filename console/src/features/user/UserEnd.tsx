import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { Deletion } from '@/parts/Deletion';
import { Danger, DangerZone, Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { useSuspension } from './suspension';
import { toast } from '@/parts/Toasts';
import { nameOf, useUserChange, type User } from './user';

/** Shutting a person out, which can be taken back, and deleting them, which cannot. */
export function UserEnd({ user }: { user: User }) {
  const { t } = useTranslation('user');
  const { api } = useTenant();
  const suspension = useSuspension(user);
  const name = nameOf(user);
  return (
    <Section title={t('end')}>
      {suspension.isError && <ErrorPanel error={suspension.error} />}
      <DangerZone>
        <Unlocking user={user} />
        <Danger
          title={t(user.isSuspended ? 'unsuspend' : 'suspend')}
          action={
            <Button loading={suspension.isPending} onClick={suspension.toggle}>
              {t(user.isSuspended ? 'unsuspend' : 'suspend')}
            </Button>
          }
        >
          {t(user.isSuspended ? 'unsuspendLead' : 'suspendLead')}
        </Danger>
        <Deletion
          name={name}
          title={t('deleteTitle', { name })}
          lead={t('deleteLead')}
          remove={() => body(api.DELETE('/api/users/{id}', { params: { path: { id: user.id } } }))}
          done={t('deleted', { name })}
          to="users"
          own={['user', user.id]}
          lists={['users']}
        >
          {t('deleteBody')}
        </Deletion>
      </DangerZone>
    </Section>
  );
}

/** Forgets the failed tries that have locked somebody out; they count by what was typed. */
function Unlocking({ user }: { user: User }) {
  const { t } = useTranslation('user');
  const { api } = useTenant();
  const typed = [user.username, user.primaryEmail, user.primaryPhone, user.primaryPhone && `+${user.primaryPhone}`].filter((text): text is string => Boolean(text));
  const unlock = useUserChange(user.id, () => body(api.POST('/api/sentinel-activities/delete', { body: { targetType: 'User', targets: typed } })));
  if (!typed.length) return null;
  return (
    <>
      {unlock.isError && <ErrorPanel error={unlock.error} />}
      <Danger
        title={t('unlock')}
        action={
          <Button loading={unlock.isPending} onClick={() => unlock.mutate(undefined, { onSuccess: () => toast(t('unlocked', { name: nameOf(user) })) })}>
            {t('unlock')}
          </Button>
        }
      >
        {t('unlockLead')}
      </Danger>
    </>
  );
}
