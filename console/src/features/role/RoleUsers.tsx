import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body, query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { nameOf, type User } from '@/features/user/user';
import { Avatar } from '@/parts/Avatar';
import { useList } from '@/parts/list';
import { PickDialog } from '@/parts/PickDialog';
import { toast } from '@/parts/Toasts';
import { Assigned } from './Assigned';
import type { Role } from './role';

/** The people who have a role. */
export function RoleUsers({ role }: { role: Role }) {
  const { t } = useTranslation('role');
  const { number } = useFormat();
  const { id, api } = useTenant();
  const path = useTenantPath();
  const list = useList();
  const queries = useQueryClient();
  const key = [id, 'role', role.id, 'users'];
  const found = useQuery({
    queryKey: [...key, list.query],
    queryFn: ({ signal }) => rows(api.GET('/api/roles/{id}/users', { params: { path: { id: role.id }, ...query(list.query) }, signal }) as never) as Promise<Rows<User>>,
    placeholderData: keepPreviousData,
  });
  const add = async (userIds: string[]) => {
    await body(api.POST('/api/roles/{id}/users', { params: { path: { id: role.id } }, body: { userIds }, parseAs: 'text' }));
    await queries.invalidateQueries({ queryKey: key });
  };
  const remove = async (user: User) => {
    await body(api.DELETE('/api/roles/{id}/users/{userId}', { params: { path: { id: role.id, userId: user.id } } }));
    await queries.invalidateQueries({ queryKey: key });
    toast(t('removed', { name: nameOf(user) }), () => void add([user.id]));
  };
  return (
    <Assigned<User>
      label={t('users')}
      lead={t('usersLead')}
      nothing={t('noUsers')}
      add={t('assignUsers')}
      search={t('searchUsers')}
      list={list}
      found={found}
      rowKey={({ id }) => id}
      nameOf={nameOf}
      columns={[
        {
          id: 'name',
          header: t('name'),
          cell: (user) => (
            <span className="who">
              <Avatar id={user.id} name={nameOf(user)} picture={user.avatar} />
              <Link to={path(`users/${user.id}`)}>{nameOf(user)}</Link>
            </span>
          ),
        },
        { id: 'address', header: t('address'), optional: true, cell: ({ primaryEmail }) => <span className="sub">{primaryEmail}</span> },
      ]}
      count={(total) => t('people', { count: total, number: number(total) })}
      onRemove={remove}
      picker={(close) => (
        <PickDialog<User>
          title={t('assignUsers')}
          search={t('searchUsers')}
          nothing={t('nothingMore')}
          confirm={(count) => t('assign', { count })}
          queryKey={['users', role.id]}
          find={(text, signal) =>
            rows(api.GET('/api/users', { params: query({ excludeRoleId: role.id, page_size: 20, search: text && `%${text}%` }), signal }) as never) as Promise<Rows<User>>
          }
          rowKey={({ id }) => id}
          row={(user) => (
            <span>
              <span className="strong">{nameOf(user)}</span> <span className="sub">{user.primaryEmail}</span>
            </span>
          )}
          onPick={add}
          onClose={close}
        />
      )}
    />
  );
}
