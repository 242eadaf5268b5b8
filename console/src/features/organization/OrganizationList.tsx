import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { query, rows, type Row } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { Avatar } from '@/parts/Avatar';
import { CopyId } from '@/parts/Copy';
import { useList } from '@/parts/list/list';
import { AddButton } from '@/parts/list/ListHead';
import { ListPage } from '@/parts/list/ListPage';

type Listed = Row<'/api/organizations'>;

/** Every group of people and machines. */
export default function OrganizationList() {
  const { t } = useTranslation('organization');
  const { id, api } = useTenant();
  const path = useTenantPath();
  const list = useList();
  const { number, date, full } = useFormat();
  const found = useQuery({
    queryKey: [id, 'organizations', list.query],
    queryFn: ({ signal }) => rows(api.GET('/api/organizations', { params: query({ page: list.page, page_size: list.size, q: list.search, showFeatured: true }), signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <ListPage<Listed>
        title={t('title')}
        lead={t('lead')}
        action={<AddButton to="organizations/create">{t('create')}</AddButton>}
        list={list}
        query={found}
        search={t('search')}
        rowKey={(each) => each.id}
        columns={[
          {
            id: 'name',
            header: t('name'),
            cell: (each) => (
              <span className="who">
                <Avatar id={each.id} name={each.name} picture={each.branding.logoUrl} />
                <Link to={path(`organizations/${each.id}`)}>{each.name}</Link>
              </span>
            ),
          },
          { id: 'id', header: 'ID', optional: true, cell: (each) => <CopyId value={each.id} what="ID" /> },
          { id: 'members', header: t('tabs.members'), cell: ({ usersCount = 0 }) => <span className="sub">{number(usersCount)}</span> },
          {
            id: 'created',
            header: t('created'),
            optional: true,
            cell: ({ createdAt }) => (
              <time className="sub" dateTime={new Date(createdAt).toISOString()} title={full(createdAt)}>
                {date(createdAt)}
              </time>
            ),
          },
        ]}
        count={(total) => t('count', { count: total, number: number(total) })}
        empty={{ title: t('empty.title'), lead: t('empty.lead') }}
      />
      <Outlet />
    </>
  );
}
