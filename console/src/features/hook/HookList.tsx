import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link, Outlet } from 'react-router';
import { query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useGo, useTenant, useTenantPath } from '@/app/tenant';
import { Status } from '@/parts/DetailsPage';
import { EmptyState } from '@/parts/EmptyState';
import { useList } from '@/parts/list/list';
import { ListPage } from '@/parts/list/ListPage';
import { eventsOf, type Hook } from './hook';

/** Everybody who is told of what happens here. */
export default function HookList() {
  const { t } = useTranslation('hook');
  const { id, api } = useTenant();
  const path = useTenantPath();
  const go = useGo();
  const list = useList();
  const { number } = useFormat();
  const found = useQuery({
    queryKey: [id, 'hooks', list.query],
    queryFn: ({ signal }) => rows(api.GET('/api/hooks', { params: query({ ...list.query, includeExecutionStats: true }), signal })) as Promise<Rows<Hook>>,
    placeholderData: keepPreviousData,
  });
  const create = (
    <Button variant="filled" leftSection={<IconPlus size={18} stroke={1.75} aria-hidden />} onClick={() => go('webhooks/create')}>
      {t('create')}
    </Button>
  );
  return (
    <>
      <ListPage<Hook>
        title={t('title')}
        lead={t('lead')}
        action={create}
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
        empty={
          <EmptyState title={t('empty.title')} action={create}>
            {t('empty.lead')}
          </EmptyState>
        }
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
