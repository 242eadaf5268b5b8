import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useSearchParams } from 'react-router';
import { body, query } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { Skeleton } from '@/parts/Loading';
import { Page } from '@/parts/Page';
import { Curve } from './Curve';
import './dashboard.css';

const day = 86_400_000;
const iso = (at: number) => new Date(at).toISOString().slice(0, 10);

interface Change {
  count?: number;
  delta?: number;
}

/** How many people there are, who came, who was active, and the curve of it. */
export default function Dashboard() {
  const { t } = useTranslation('dashboard');
  const [parameters, setParameters] = useSearchParams();
  const [today] = useState(() => iso(Date.now()));
  const asked = parameters.get('date') ?? '';
  const date = /^\d{4}-\d{2}-\d{2}$/.test(asked) && asked <= today ? asked : today;
  const { total, fresh, active, before } = useNumbers(date);
  const failed = [total, fresh, active].find(({ isError }) => isError);
  const until = (
    <label className="row nowrap">
      <span>{t('until')}</span>
      <input
        className="in day"
        type="date"
        max={today}
        value={date}
        onChange={({ currentTarget: { value } }) => value && setParameters(value === today ? {} : { date: value }, { replace: true })}
      />
    </label>
  );
  return (
    <Page title={t('title')} lead={t('lead')} actions={until}>
      {failed && <ErrorPanel error={failed.error} onRetry={() => void Promise.all([total.refetch(), fresh.refetch(), active.refetch()])} />}
      <dl className="figs">
        <Figure label={t('users')} change={total.data && { count: total.data.totalUserCount }} note={t('inAll')} />
        <Figure label={t('newToday')} change={fresh.data?.today} note={t('thanYesterday')} />
        <Figure label={t('newWeek')} change={fresh.data?.last7Days} note={t('thanWeekBefore')} />
        <Figure label={t(date === today ? 'activeToday' : 'activeThatDay')} change={active.data?.dau} note={t('thanDayBefore')} />
        <Figure label={t('activeWeek')} change={active.data?.wau} note={t('thanWeekBefore')} />
        <Figure label={t('activeMonth')} change={active.data?.mau} note={t('thanMonthBefore')} />
      </dl>
      <Curve points={active.data?.dauCurve} before={before.data?.dauCurve} stale={active.isPlaceholderData} />
    </Page>
  );
}

function useNumbers(date: string) {
  const { id, api } = useTenant();
  const activity = (until: string) => ({
    queryKey: [id, 'dashboard', 'active', until],
    queryFn: ({ signal }: { signal: AbortSignal }) => body(api.GET('/api/dashboard/users/active', { params: query({ date: until }), signal })),
    placeholderData: keepPreviousData,
  });
  return {
    total: useQuery({ queryKey: [id, 'dashboard', 'total'], queryFn: () => body(api.GET('/api/dashboard/users/total')) }),
    fresh: useQuery({ queryKey: [id, 'dashboard', 'new'], queryFn: () => body(api.GET('/api/dashboard/users/new')) }),
    active: useQuery(activity(date)),
    before: useQuery(activity(iso(Date.parse(date) - 30 * day))),
  };
}

function Figure({ label, change, note }: { label: string; change: Change | undefined; note: string }) {
  const { number } = useFormat();
  return (
    <div>
      <dt>{label}</dt>
      <dd>{change?.count === undefined ? <Skeleton width={72} height={24} /> : number(change.count)}</dd>
      <dd>
        {change?.delta !== undefined && <Delta delta={change.delta} />} {note}
      </dd>
    </div>
  );
}

function Delta({ delta }: { delta: number }) {
  const { number } = useFormat();
  if (delta === 0) return <span>± 0</span>;
  return <span className={delta > 0 ? 'up' : 'down'}>{delta > 0 ? `+ ${number(delta)}` : `− ${number(-delta)}`}</span>;
}
