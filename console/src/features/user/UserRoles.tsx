import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body, query, rows, type Rows } from '@/app/api/client';
import { useTenant, useTenantPath } from '@/app/tenant';
import { DataTable } from '@/parts/list/DataTable';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { PickDialog } from '@/parts/PickDialog';
import { toast } from '@/parts/Toasts';
import { UserFrame } from './UserFrame';
import type { User } from './user';

interface Role {
  id: string;
  name: string;
  description: string;
}

/** The roles of a person. */
export default function UserRoles() {
  return <UserFrame>{(user) => <Roles user={user} />}</UserFrame>;
}

function Roles({ user }: { user: User }) {
  const { t } = useTranslation('user');
  const { id, api } = useTenant();
  const path = useTenantPath();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const key = [id, 'user', user.id, 'roles'];
  const held = useQuery({
    queryKey: key,
    queryFn: ({ signal }) => rows(api.GET('/api/users/{id}/roles', { params: { path: { id: user.id }, ...query({ page_size: 100 }) }, signal }) as never) as Promise<Rows<Role>>,
  });
  const give = async (roleIds: string[]) => {
    await body(api.POST('/api/users/{id}/roles', { params: { path: { id: user.id } }, body: { roleIds } }));
    await queries.invalidateQueries({ queryKey: key });
  };
  const take = async (role: Role) => {
    await body(api.DELETE('/api/users/{id}/roles/{roleId}', { params: { path: { id: user.id, roleId: role.id } } }));
    await queries.invalidateQueries({ queryKey: key });
    toast(t('roleTaken', { role: role.name }), () => void give([role.id]));
  };
  return (
    <>
      <div className="tools">
        <p className="sub grow">{t('rolesLead')}</p>
        <Button leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />} onClick={() => setAdding(true)}>
          {t('assignRoles')}
        </Button>
      </div>
      {held.isError && <ErrorPanel error={held.error} onRetry={() => void held.refetch()} />}
      {held.data?.total === 0 ? (
        <p className="empty sub">{t('noRoles')}</p>
      ) : (
        <DataTable<Role>
          label={t('roles')}
          rows={held.data?.rows}
          rowKey={({ id }) => id}
          busy={held.isFetching}
          columns={[
            { id: 'name', header: t('role'), cell: ({ id, name }) => <Link to={path(`roles/${id}`)}>{name}</Link> },
            { id: 'about', header: t('about'), optional: true, cell: ({ description }) => <span className="sub">{description}</span> },
            {
              id: 'take',
              header: t('frame:list.actions'),
              hidden: true,
              end: true,
              cell: (role) => (
                <Button size="xs" variant="subtle" aria-label={t('takeRole', { role: role.name })} onClick={() => void take(role)}>
                  {t('frame:act.remove')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {adding && (
        <PickDialog<Role>
          title={t('assignRoles')}
          search={t('searchRoles')}
          nothing={t('noMoreRoles')}
          confirm={(count) => t('assignCount', { count })}
          queryKey={['roles', user.id]}
          find={(text, signal) =>
            rows(api.GET('/api/roles', { params: query({ type: 'User', excludeUserId: user.id, page_size: 50, search: text && `%${text}%` }), signal }) as never) as Promise<Rows<Role>>
          }
          rowKey={({ id }) => id}
          row={(role) => (
            <span>
              <span className="strong">{role.name}</span> <span className="sub">{role.description}</span>
            </span>
          )}
          onPick={give}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
