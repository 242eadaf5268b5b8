import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { Status } from '@/parts/DetailsPage';
import { useList } from '@/parts/list/list';
import { AddButton } from '@/parts/list/ListHead';
import { ListPage } from '@/parts/list/ListPage';
import { eventsOf, type Hook } from './hook';

/** Everybody who is told of what happens here. */
export default function HookList() {
  const { t } = useTranslation('hook');
  const { id, api } = useTenant();
  const path = useTenantPath();
  const list = useList();
  const { number } = useFormat();
  const found = useQuery({
    queryKey: [id, 'hooks', list.query],
    queryFn: ({ signal }) => rows(api.GET('/api/hooks', { params: query({ ...list.query, includeExecutionStats: true }), signal })) as Promise<Rows<Hook>>,
    placeholderData: keepPreviousData,
  });
  return (
    <>
      <ListPage<Hook>
        title={t('title')}
        lead={t('lead')}
        action={<AddButton to="webhooks/create">{t('create')}</AddButton>}
        list={list}
        query={found}
        rowKey={(hook) => hook.id}
        columns={[
          {
            id: 'name',
            header: t('name'),
            cell: (hook) => (
              <>
                <Link className="strong" to={path(`webhooks/${hook.id}`)}>
                  {hook.name || hook.id}
                </Link>
                <span className="hint block clip">{hook.config.url}</span>
              </>
            ),
          },
          { id: 'events', header: t('events'), optional: true, cell: (hook) => <span className="sub">{t('eventCount', { count: eventsOf(hook).length })}</span> },
          { id: 'day', header: t('lastDay'), optional: true, cell: ({ executionStats }) => <Stats of={executionStats} number={number} /> },
          { id: 'state', header: t('state'), cell: ({ enabled }) => <Status kind={enabled ? 'ok' : 'idle'}>{t(enabled ? 'on' : 'off')}</Status> },
        ]}
        count={(total) => t('count', { count: total })}
        empty={{ title: t('empty.title'), lead: t('empty.lead') }}
      />
      <Outlet />
    </>
  );
}

/** How many attempts of the last day arrived. */
function Stats({ of, number }: { of: Hook['executionStats']; number: (value: number) => string }) {
  const { t } = useTranslation('hook');
  if (!of?.requestCount) return <span className="sub">{t('quiet')}</span>;
  const { successCount, requestCount } = of;
  return <Status kind={successCount === requestCount ? 'ok' : 'warn'}>{t('arrived', { good: number(successCount), all: number(requestCount) })}</Status>;
}
