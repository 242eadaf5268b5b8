import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { query, rows } from '@/app/api/client';
import { useTenant, useTenantPath } from '@/app/tenant';
import { useList } from '@/parts/list/list';
import { AddButton } from '@/parts/list/ListHead';
import { ListPage } from '@/parts/list/ListPage';
import type { DetailType } from './detail';

/** The types of authorization details that applications may ask for. */
export default function DetailTypeList() {
  const { t } = useTranslation('detail');
  const { id, api } = useTenant();
  const path = useTenantPath();
  const list = useList();
  const found = useQuery({
    queryKey: [id, 'detail-types', list.query],
    queryFn: ({ signal }) => rows(api.GET('/api/authorization-detail-types', { params: query(list.query), signal })),
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <ListPage<DetailType>
        title={t('title')}
        lead={t('lead')}
        action={<AddButton to="authorization-details/create">{t('create')}</AddButton>}
        list={list}
        query={found}
        rowKey={(each) => each.id}
        columns={[
          { id: 'name', header: t('name'), cell: (type) => <span className="who"><Link to={path(`authorization-details/${type.id}`)}>{type.displayName}</Link></span> },
          { id: 'type', header: t('type'), cell: ({ type }) => <code>{type}</code> },
          { id: 'resource', header: t('api'), optional: true, cell: ({ resource }) => <span className="sub">{resource ?? t('anyApi')}</span> },
          { id: 'fields', header: t('fields'), optional: true, cell: ({ fields }) => <span className="sub">{fields.map(({ name }) => name).join(', ')}</span> },
        ]}
        count={(total) => t('count', { count: total })}
        empty={{ title: t('empty.title'), lead: t('empty.lead') }}
      />
      <Outlet />
    </>
  );
}
