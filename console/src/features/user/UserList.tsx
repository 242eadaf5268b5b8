import { Menu } from '@mantine/core';
import IconUserPlus from '@tabler/icons-react/icons/IconUserPlus';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Outlet } from 'react-router';
import { query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useGo, useTenant } from '@/app/tenant';
import { useList } from '@/parts/list/list';
import { AddButton } from '@/parts/list/ListHead';
import { ListPage } from '@/parts/list/ListPage';
import { UserStatus } from './UserStatus';
import { nameOf, type User } from './user';
import { UserLink } from './UserLink';
import { useSuspension } from './suspension';

/** Everybody, newest first. */
export default function UserList() {
  const { t } = useTranslation('user');
  const { number } = useFormat();
  const list = useList();
  const { id, api } = useTenant();
  const found = useQuery({
    queryKey: [id, 'users', list.query],
    queryFn: ({ signal }) => rows(api.GET('/api/users', { params: query(list.query), signal }) as never) as Promise<Rows<User>>,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <ListPage<User>
        title={t('title')}
        lead={t('lead')}
        action={<AddButton icon={IconUserPlus} to="users/create">{t('create')}</AddButton>}
        list={list}
        query={found}
        search={t('search')}
        rowKey={({ id }) => id}
        columns={useColumns()}
        menu={{ label: (user) => t('actionsFor', { name: nameOf(user) }), items: (user) => <RowMenu user={user} /> }}
        count={(total) => t('count', { count: total, number: number(total) })}
        empty={{ title: t('emptyTitle'), lead: t('emptyLead') }}
      />
      <Outlet />
    </>
  );
}

function useColumns() {
  const { t } = useTranslation('user');
  const { relative, full, date } = useFormat();
  return [
    {
      id: 'name',
      header: t('name'),
      cell: (user: User) => <UserLink user={user} />,
    },
    {
      id: 'address',
      header: t('address'),
      optional: true,
      cell: (user: User) => <span className="sub">{user.primaryEmail ?? (user.primaryPhone ? `+${user.primaryPhone}` : user.username)}</span>,
    },
    {
      id: 'seen',
      header: t('lastSignIn'),
      optional: true,
      cell: ({ lastSignInAt }: User) =>
        lastSignInAt ? (
          <time className="sub" dateTime={new Date(lastSignInAt).toISOString()} title={full(lastSignInAt)}>
            {relative(lastSignInAt)}
          </time>
        ) : (
          <span className="sub">{t('never')}</span>
        ),
    },
    {
      id: 'joined',
      header: t('joined'),
      optional: true,
      cell: ({ createdAt }: User) => (
        <time className="sub" dateTime={new Date(createdAt).toISOString()} title={full(createdAt)}>
          {date(createdAt)}
        </time>
      ),
    },
    { id: 'status', header: t('status'), cell: (user: User) => <UserStatus user={user} /> },
  ];
}

function RowMenu({ user }: { user: User }) {
  const { t } = useTranslation('user');
  const go = useGo();
  const suspension = useSuspension(user);
  return (
    <>
      <Menu.Item onClick={() => go(`users/${user.id}`)}>{t('open')}</Menu.Item>
      <Menu.Item onClick={() => go(`users/${user.id}/logs`)}>{t('showLogs')}</Menu.Item>
      <Menu.Divider />
      <Menu.Item onClick={suspension.toggle}>{t(user.isSuspended ? 'unsuspend' : 'suspend')}</Menu.Item>
    </>
  );
}
