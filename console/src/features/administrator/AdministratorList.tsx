import IconUserPlus from '@tabler/icons-react/icons/IconUserPlus';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { administrator } from '@/app/session';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { AddButton, ListHead } from '@/parts/list/ListHead';
import { toast } from '@/parts/Toasts';
import { TenantPage } from '../tenant/TenantPage';
import { nameOf } from '../user/user';
import { listKey, remove, useAdministrators, type Administrator } from './administrator';
import { AdministratorTable } from './AdministratorTable';

/** The people who may use the Console: more are added here, and others removed. */
export default function AdministratorList() {
  const { t } = useTranslation('administrator');
  const queries = useQueryClient();
  const found = useAdministrators();
  const { data: self } = useQuery({ queryKey: ['administrator'], queryFn: administrator, staleTime: Infinity });
  const [leaving, setLeaving] = useState<Administrator>();
  return (
    <TenantPage>
      <ListHead lead={t('lead')}>
        <AddButton icon={IconUserPlus} to="tenant-settings/administrators/create">
          {t('add')}
        </AddButton>
      </ListHead>
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      <AdministratorTable rows={found.data} busy={found.isFetching} self={self?.sub} onRemove={setLeaving} />
      {leaving && (
        <ConfirmDialog
          title={t('removeTitle', { name: nameOf(leaving) })}
          confirm={t('frame:act.remove')}
          onClose={() => setLeaving(undefined)}
          onConfirm={async () => {
            await remove(leaving);
            await queries.invalidateQueries({ queryKey: listKey });
            toast(t('removed', { name: nameOf(leaving) }));
          }}
        >
          {t('consequence')}
        </ConfirmDialog>
      )}
      <Outlet />
    </TenantPage>
  );
}
