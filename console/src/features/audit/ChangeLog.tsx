import { Button } from '@mantine/core';
import IconDownload from '@tabler/icons-react/icons/IconDownload';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { Status } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { useList, type ListState } from '@/parts/list/list';
import { Page } from '@/parts/Page';
import { PlacePager, placeOf } from '@/parts/list/PlacePager';
import { startOf } from './events';
import { exportChanges } from './export';
import { ChoiceFilter, ClearFilters, IdFilter, WhenFilter } from './Filters';
import { Line } from './Line';
import { LogTable } from './LogTable';
import { Tabs } from './Tabs';

/** A change by an administrator. */
interface Change {
  id: string;
  actor: { kind: string; id?: string | null };
  action: string;
  subjectType: string;
  subjectId?: string | null;
  before?: unknown;
  after?: unknown;
  ip?: string | null;
  requestId?: string | null;
  createdAt: number;
}

const nouns = ['administrator', 'application', 'connector', 'config', 'key', 'resource', 'role', 'scope', 'sign_in_experience', 'user'];

/** How far changes are counted. */
const counted = 1_000;

/** What administrators changed, with the states before and after. */
export default function ChangeLog() {
  const { t } = useTranslation('audit');
  const list = useList();
  const { number } = useFormat();
  const tenant = useTenant();
  const filters = filtersOf(list);
  const when = list.filter('when');
  const after = placeOf(list);
  const found = useQuery({
    queryKey: [tenant.id, 'audit-records', after, list.size, filters, when],
    queryFn: ({ signal }) =>
      rows(tenant.api.GET('/api/audit-records', { params: query({ ...filters, start_time: startOf(when), after, page_size: list.size }), signal }) as never) as Promise<Rows<Change>>,
    placeholderData: keepPreviousData,
  });
  const download = useMutation({ mutationFn: () => exportChanges(tenant, { ...filters, start_time: startOf(when) }) });
  const total = found.data?.total ?? 0;
  return (
    <Page
      title={t('title')}
      lead={t('lead')}
      actions={
        <Button leftSection={<IconDownload size={18} stroke={1.75} aria-hidden />} loading={download.isPending} onClick={() => download.mutate()} disabled={!total}>
          {t('export')}
        </Button>
      }
    >
      <Tabs />
      {download.isError && <ErrorPanel error={download.error} />}
      <div className="tools">
        <WhenFilter list={list} />
        <ChoiceFilter list={list} name="noun" label={t('noun')} all={t('anyNoun')} values={nouns.map((value) => ({ value, text: value }))} />
        <IdFilter list={list} name="actor" label={t('actorId')} />
        <IdFilter list={list} name="subject" label={t('subjectId')} />
        <ClearFilters list={list} names={['when', 'noun', 'actor', 'subject']} />
      </div>
      {found.isError && <ErrorPanel error={found.error} title={t('failed')} onRetry={() => void found.refetch()} />}
      {found.data && !total && !after ? (
        <p className="empty sub">{t('nothing')}</p>
      ) : (
        <>
          <Changes rows={found.data?.rows} busy={found.isFetching} stale={found.isPlaceholderData} />
          <PlacePager list={list} next={found.data?.next} text={after ? '' : total > counted ? t('countCapped', { number: number(counted) }) : t('count', { count: total, number: number(total) })} />
        </>
      )}
    </Page>
  );
}

function filtersOf(list: ListState) {
  return {
    subjectType: list.filter('noun'),
    subjectId: list.filter('subject'),
    actorId: list.filter('actor'),
  };
}

function Changes(table: { rows: Change[] | undefined; busy: boolean; stale: boolean }) {
  const { t } = useTranslation('audit');
  const who = ({ actor }: Change) => (actor.id ? <code>{actor.id}</code> : t('commandLine'));
  return (
    <LogTable<Change>
      {...table}
      label={t('administrators')}
      at={({ createdAt }) => createdAt}
      rowKey={({ id }) => id}
      columns={[
        { header: t('change'), cell: ({ action }) => <Status kind={action.endsWith('deleted') ? 'warn' : 'ok'}>{action}</Status> },
        { header: t('subject'), optional: true, cell: ({ subjectId }) => subjectId && <code className="sub">{subjectId}</code> },
        { header: t('who'), optional: true, cell: who },
        { header: t('from'), optional: true, cell: ({ ip }) => <span className="sub">{ip}</span> },
      ]}
      facts={(change) => (
        <>
          <Line name={t('change')} value={<code>{change.action}</code>} />
          <Line name={t('who')} value={who(change)} />
          {change.subjectId && <Line name={t('subject')} value={<code>{change.subjectId}</code>} />}
          {change.ip && <Line name={t('from')} value={change.ip} />}
          {change.requestId && <Line name={t('request')} value={<code>{change.requestId}</code>} />}
        </>
      )}
      entry={({ before, after }) => (before == null && after == null ? {} : { before, after })}
    />
  );
}
