import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useGo, useTenant, useTenantPath } from '@/app/tenant';
import { CopyId } from '@/parts/Copy';
import { EmptyState } from '@/parts/EmptyState';
import { useList } from '@/parts/list/list';
import { ListPage } from '@/parts/list/ListPage';
import { isManagementApi, type Resource } from './resource';

/** The APIs that tokens are issued for. */
export default function ResourceList() {
  const { t } = useTranslation('resource');
  const { number } = useFormat();
  const list = useList();
  const { id, api } = useTenant();
  const go = useGo();
  const path = useTenantPath();
  const { page, page_size } = list.query;
  const found = useQuery({
    queryKey: [id, 'resources', page, page_size],
    queryFn: ({ signal }) => rows(api.GET('/api/resources', { params: query({ page, page_size }), signal }) as never) as Promise<Rows<Resource>>,
    placeholderData: keepPreviousData,
  });
  const create = (
    <Button variant="filled" leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />} onClick={() => go('api-resources/create')}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <ListPage<Resource>
        title={t('title')}
        lead={t('lead')}
        action={create}
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
        empty={
          <EmptyState title={t('emptyTitle')} action={create}>
            {t('emptyLead')}
          </EmptyState>
        }
      />
      <Outlet />
    </>
  );
}
