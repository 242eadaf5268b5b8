import { useTranslation } from 'react-i18next';
import { body, query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { nameOf, type User } from '@/features/user/user';
import { UserLink } from '@/features/user/UserLink';
import { PickDialog, PickLine } from '@/parts/PickDialog';
import { Assigned } from './Assigned';
import { useAssigned } from './assignment';
import type { Role } from './role';

/** The people who have a role. */
export function RoleUsers({ role }: { role: Role }) {
  const { t } = useTranslation('role');
  const { number } = useFormat();
  const { api } = useTenant();
  const params = { path: { id: role.id } };
  const assigned = useAssigned<User>({
    of: ['role', role.id, 'users'],
    read: (page, signal) => rows(api.GET('/api/roles/{id}/users', { params: { ...params, ...query(page) }, signal }) as never) as Promise<Rows<User>>,
    give: (userIds) => body(api.POST('/api/roles/{id}/users', { params, body: { userIds }, parseAs: 'text' })),
    take: (userId) => body(api.DELETE('/api/roles/{id}/users/{userId}', { params: { path: { id: role.id, userId } } })),
    nameOf,
  });
  return (
    <Assigned<User>
      label={t('users')}
      lead={t('usersLead')}
      nothing={t('noUsers')}
      add={t('assignUsers')}
      search={t('searchUsers')}
      {...assigned.rows}
      columns={[
        {
          id: 'name',
          header: t('name'),
          cell: (user) => <UserLink user={user} />,
        },
        { id: 'address', header: t('address'), optional: true, cell: ({ primaryEmail }) => <span className="sub">{primaryEmail}</span> },
      ]}
      count={(total) => t('people', { count: total, number: number(total) })}
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
          row={(user) => <PickLine name={nameOf(user)} hint={user.primaryEmail} />}
          onPick={assigned.add}
          onClose={close}
        />
      )}
    />
  );
}
