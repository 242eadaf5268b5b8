import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { Status } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import type { ListState } from '@/parts/list/list';
import { Pager } from '@/parts/list/Pager';
import { eventName, startOf } from './events';
import { LogTable, type LogColumn } from './LogTable';
import { Line } from './Line';

/** An entry of the log. */
export interface LogEntry {
  id: string;
  key: string;
  createdAt: number;
  payload: {
    result?: string;
    error?: string | { code?: string; message?: string };
    userId?: string;
    applicationId?: string;
    sessionId?: string;
    ip?: string;
    userAgent?: string;
    userAgentParsed?: { browser?: { name?: string; version?: string }; os?: { name?: string; version?: string } };
  };
}

const counted = 10_000;

/** Entries that the address asks for, of everybody or of one person or application. */
export function Events({ list, userId, applicationId }: { list: ListState; userId?: string; applicationId?: string }) {
  const { t } = useTranslation('audit');
  const { number } = useFormat();
  const path = useTenantPath();
  const found = useEntries(list, userId, applicationId);
  const total = found.data?.total ?? 0;
  const who: LogColumn<LogEntry> = {
    header: t('who'),
    optional: true,
    cell: ({ payload }) => payload.userId && <Link to={path(`users/${payload.userId}`)}>{payload.userId}</Link>,
  };
  if (found.isError) return <ErrorPanel error={found.error} title={t('failed')} onRetry={() => void found.refetch()} />;
  if (found.data && !found.data.rows.length && list.page === 1) return <p className="empty sub">{t('nothing')}</p>;
  return (
    <>
      <LogTable<LogEntry>
        label={t('title')}
        rows={found.data?.rows}
        at={({ createdAt }) => createdAt}
        rowKey={({ id }) => id}
        busy={found.isFetching}
        stale={found.isPlaceholderData}
        columns={[
          { header: t('event'), cell: (entry) => <Status kind={entry.payload.result === 'Error' ? 'bad' : 'ok'}>{nameOf(t, entry)}</Status> },
          { header: t('key'), optional: true, cell: ({ key }) => <code className="sub">{key}</code> },
          ...(userId ? [] : [who]),
          { header: t('application'), optional: true, cell: ({ payload }) => payload.applicationId && <code className="sub">{payload.applicationId}</code> },
          { header: t('from'), optional: true, cell: ({ payload }) => <span className="sub">{payload.ip}</span> },
        ]}
        facts={(entry) => <EventFacts entry={entry} />}
        entry={({ key, payload, id, createdAt }) => ({ id, key, payload, createdAt })}
      />
      <Pager list={list} total={total} text={total > counted ? t('countCapped', { number: number(counted) }) : t('count', { count: total, number: number(total) })} />
    </>
  );
}

function useEntries(list: ListState, userId?: string, applicationId?: string) {
  const { id, api } = useTenant();
  const parameters = {
    page: list.page,
    page_size: list.size,
    enableCap: true,
    userId: userId ?? list.filter('user'),
    applicationId: applicationId ?? list.filter('application'),
    logKey: list.filter('event'),
  };
  const when = list.filter('when');
  return useQuery({
    queryKey: [id, 'logs', parameters, when],
    queryFn: ({ signal }) => rows(api.GET('/api/logs', { params: query({ ...parameters, start_time: startOf(when) }), signal }) as never) as Promise<Rows<LogEntry>>,
    placeholderData: keepPreviousData,
  });
}

type Translate = ReturnType<typeof useTranslation<'audit'>>['t'];

function nameOf(t: Translate, { key }: LogEntry): string {
  const name = eventName(key);
  return name ? t(`events.${name}`) : key;
}

function EventFacts({ entry: { key, payload, id } }: { entry: LogEntry }) {
  const { t } = useTranslation('audit');
  const path = useTenantPath();
  const device = [payload.userAgentParsed?.browser, payload.userAgentParsed?.os]
    .map((part) => [part?.name, part?.version].filter(Boolean).join(' '))
    .filter(Boolean)
    .join(', ');
  const error = typeof payload.error === 'string' ? payload.error : (payload.error?.code ?? payload.error?.message);
  return (
    <>
      <Line name={t('key')} value={<code>{key}</code>} />
      {payload.userId && <Line name={t('who')} value={<Link to={path(`users/${payload.userId}`)}>{payload.userId}</Link>} />}
      {payload.applicationId && <Line name={t('application')} value={<Link to={path(`applications/${payload.applicationId}`)}>{payload.applicationId}</Link>} />}
      {payload.ip && <Line name={t('from')} value={payload.ip} />}
      {(device || payload.userAgent) && <Line name={t('device')} value={device || payload.userAgent} />}
      {error && <Line name={t('why')} value={<code>{error}</code>} />}
      {payload.sessionId && <Line name={t('session')} value={<code>{payload.sessionId}</code>} />}
      <Line name={t('id')} value={<code>{id}</code>} />
    </>
  );
}
