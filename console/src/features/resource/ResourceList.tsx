import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { CopyId } from '@/parts/Copy';
import { useList } from '@/parts/list/list';
import { AddButton } from '@/parts/list/ListHead';
import { ListPage } from '@/parts/list/ListPage';
import { isManagementApi, type Resource } from './resource';

/** The APIs that tokens are issued for. */
export default function ResourceList() {
  const { t } = useTranslation('resource');
  const { number } = useFormat();
  const list = useList();
  const { id, api } = useTenant();
  const path = useTenantPath();
  const { page, page_size } = list.query;
  const found = useQuery({
    queryKey: [id, 'resources', page, page_size],
    queryFn: ({ signal }) => rows(api.GET('/api/resources', { params: query({ page, page_size }), signal }) as never) as Promise<Rows<Resource>>,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <ListPage<Resource>
        title={t('title')}
        lead={t('lead')}
        action={<AddButton to="api-resources/create">{t('create')}</AddButton>}
        list={list}
        query={found}
        rowKey={({ id }) => id}
        columns={[
          {
            id: 'name',
            header: t('name'),
            cell: (resource) => (
              <span className="who">
                <Link to={path(`api-resources/${resource.id}`)}>{resource.name}</Link>
                {resource.isDefault && <span className="tag pine">{t('default')}</span>}
                {isManagementApi(resource) && <span className="tag">{t('builtIn')}</span>}
              </span>
            ),
          },
          { id: 'indicator', header: t('indicator'), optional: true, cell: ({ indicator }) => <CopyId value={indicator} what={t('indicator')} /> },
          { id: 'ttl', header: t('ttl'), optional: true, cell: ({ accessTokenTtl }) => <span className="sub">{t('seconds', { count: accessTokenTtl, number: number(accessTokenTtl) })}</span> },
        ]}
        count={(total) => t('count', { count: total, number: number(total) })}
        empty={{ title: t('emptyTitle'), lead: t('emptyLead') }}
      />
      <Outlet />
    </>
  );
}
