import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { useList } from '@/parts/list/list';
import { AddButton } from '@/parts/list/ListHead';
import { ListPage } from '@/parts/list/ListPage';
import type { ListedRole } from './role';

/** The roles, of people and of machines. */
export default function RoleList() {
  const { t } = useTranslation('role');
  const { number } = useFormat();
  const list = useList();
  const { id, api } = useTenant();
  const path = useTenantPath();
  const parameters = { ...list.query, type: list.tab };
  const found = useQuery({
    queryKey: [id, 'roles', parameters],
    queryFn: ({ signal }) => rows(api.GET('/api/roles', { params: query(parameters), signal }) as never) as Promise<Rows<ListedRole>>,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <ListPage<ListedRole>
        title={t('title')}
        lead={t('lead')}
        action={<AddButton to="roles/create">{t('create')}</AddButton>}
        list={list}
        query={found}
        search={t('search')}
        tabs={[
          { key: '', label: t('allRoles') },
          { key: 'User', label: t('forPeople') },
          { key: 'MachineToMachine', label: t('forMachines') },
        ]}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'name',
            header: t('name'),
            cell: (role) => (
              <span className="who">
                <Link to={path(`roles/${role.id}`)}>{role.name}</Link>
                {role.isDefault && <span className="tag pine">{t('default')}</span>}
              </span>
            ),
          },
          { id: 'about', header: t('about'), optional: true, cell: ({ description }) => <span className="sub">{description}</span> },
          { id: 'type', header: t('type'), optional: true, cell: ({ type }) => <span className="sub">{t(type === 'User' ? 'forPeople' : 'forMachines')}</span> },
          {
            id: 'holders',
            header: t('holders'),
            cell: ({ type, usersCount, applicationsCount }) => {
              const count = type === 'User' ? usersCount : applicationsCount;
              return <span className="sub">{t(type === 'User' ? 'people' : 'applications', { count, number: number(count) })}</span>;
            },
          },
        ]}
        count={(total) => t('count', { count: total, number: number(total) })}
        empty={{ title: t('emptyTitle'), lead: t('emptyLead') }}
      />
      <Outlet />
    </>
  );
}
