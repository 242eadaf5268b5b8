import { Button } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body } from '@/app/api/client';
import { useGo, useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { Danger, DangerZone, Section } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { toast } from '@/parts/Toasts';
import { useSuspension } from './suspension';
import { nameOf, type User } from './user';

/** Shutting a person out, which can be taken back, and deleting them, which cannot. */
export function UserEnd({ user }: { user: User }) {
  const { t } = useTranslation('user');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  const go = useGo();
  const [deleting, setDeleting] = useState(false);
  const suspension = useSuspension(user);
  const name = nameOf(user);
  return (
    <Section title={t('end')}>
      {suspension.isError && <ErrorPanel error={suspension.error} />}
      <DangerZone>
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
        <Danger
          title={t('deleteTitle', { name })}
          action={
            <Button color="red" onClick={() => setDeleting(true)}>
              {t('delete')}
            </Button>
          }
        >
          {t('deleteLead')}
        </Danger>
      </DangerZone>
      {deleting && (
        <ConfirmDialog
          title={t('deleteTitle', { name })}
          name={name}
          confirm={t('frame:act.delete')}
          onClose={() => setDeleting(false)}
          onConfirm={async () => {
            await body(api.DELETE('/api/users/{id}', { params: { path: { id: user.id } } }));
            queries.removeQueries({ queryKey: [id, 'user', user.id] });
            void queries.invalidateQueries({ queryKey: [id, 'users'] });
            toast(t('deleted', { name }));
            go('users');
          }}
        >
          {t('deleteBody')}
        </ConfirmDialog>
      )}
    </Section>
  );
}
