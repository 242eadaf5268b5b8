import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { query, rows } from '@/app/api/client';
import { useTenant, useTenantPath } from '@/app/tenant';
import { useList } from '@/parts/list/list';
import { AddButton } from '@/parts/list/ListHead';
import { ListPage } from '@/parts/list/ListPage';
import { Tabs } from './Tabs';
import type { ListedRole } from './template';

/** The roles that members of organizations can have. */
export default function RoleList() {
  const { t } = useTranslation('organization-template');
  const { id, api } = useTenant();
  const path = useTenantPath();
  const list = useList();
  const found = useQuery({
    queryKey: [id, 'organization-roles', list.query],
    queryFn: ({ signal }) => rows(api.GET('/api/organization-roles', { params: query({ page: list.page, page_size: list.size, q: list.search }), signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <ListPage<ListedRole>
        title={t('title')}
        lead={t('lead')}
        action={<AddButton to="organization-template/create">{t('createRole')}</AddButton>}
        nav={<Tabs />}
        list={list}
        query={found}
        search={t('searchRoles')}
        rowKey={(role) => role.id}
        columns={[
          {
            id: 'name',
            header: t('name'),
            cell: (role) => (
              <Link className="strong" to={path(`organization-template/roles/${role.id}`)}>
                {role.name}
              </Link>
            ),
          },
          { id: 'description', header: t('description'), optional: true, cell: ({ description }) => <span className="sub">{description}</span> },
          { id: 'type', header: t('type'), cell: ({ type }) => <span className="sub">{t(type === 'User' ? 'forPeople' : 'forMachines')}</span> },
        ]}
        count={(total) => t('roleCount', { count: total })}
        empty={{ title: t('empty.title'), lead: t('empty.lead') }}
      />
      <Outlet />
    </>
  );
}
