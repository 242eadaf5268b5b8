import { Button } from '@mantine/core';
import { keepPreviousData, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { query, rows, body } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { LogTable } from '@/features/audit/LogTable';
import { Fact, Status } from '@/parts/DetailsPage';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { useList, type ListState } from '@/parts/list/list';
import { Tabs } from '@/parts/list/ListPage';
import { Pager } from '@/parts/list/Pager';
import { toast } from '@/parts/Toasts';
import type { Delivery, Hook } from './hook';
import { HookFrame, HookHead } from './HookFrame';
import './hook.css';

/** What a webhook was told and will be told, and what became of it. */
export default function HookDeliveries() {
  return (
    <HookFrame>
      {(hook) => (
        <HookHead hook={hook}>
          <Deliveries hook={hook} />
        </HookHead>
      )}
    </HookFrame>
  );
}

const states = ['Waiting', 'Delivered', 'Failed'] as const;
const kinds = { Any: 'idle', Waiting: 'warn', Delivered: 'ok', Failed: 'bad' } as const;

function useDeliveries(hookId: string, list: ListState) {
  const { id, api } = useTenant();
  return useQuery({
    queryKey: [id, 'hook', hookId, 'deliveries', list.tab, list.query],
    queryFn: ({ signal }) => rows(api.GET('/api/hooks/{id}/deliveries', { params: { path: { id: hookId }, ...query({ ...list.query, state: list.tab }) }, signal })),
    placeholderData: keepPreviousData,
    // While something waits, somebody may be looking for its end.
    refetchInterval: ({ state }) => (state.data?.rows.some((each) => each.state === 'Waiting') ? 5_000 : false),
  });
}

function Deliveries({ hook }: { hook: Hook }) {
  const { t } = useTranslation('hook');
  const { number, relative } = useFormat();
  const list = useList();
  const found = useDeliveries(hook.id, list);
  const again = useAgain(hook.id);
  const due = ({ nextAttemptAt }: Delivery) => (nextAttemptAt ? t('next', { when: relative(Math.max(nextAttemptAt, Date.now())) }) : '');
  return (
    <>
      <div className="tools">
        <Tabs list={list} label={t('state')} tabs={[{ key: '', label: t('all') }, ...states.map((state) => ({ key: state, label: t(`is.${state}`) }))]} />
        <Button className="push" size="xs" loading={found.isRefetching && !found.isPlaceholderData} onClick={() => void found.refetch()}>
          {t('reload')}
        </Button>
      </div>
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {again.isError && <ErrorPanel error={again.error} />}
      {found.data?.total === 0 ? (
        <p className="empty sub">{t(list.tab ? 'noneSo' : 'noneYet')}</p>
      ) : (
        <div className="deliveries">
          <LogTable<Delivery>
            label={t('tabs.deliveries')}
            rows={found.data?.rows}
            rowKey={(each) => each.id}
            at={({ createdAt }) => createdAt}
            stale={found.isPlaceholderData}
            columns={[
              { header: t('event'), cell: ({ event }) => <code>{event}</code> },
              {
                header: t('state'),
                cell: (each) => (
                  <>
                    <Status kind={kinds[each.state]}>{t(`is.${each.state}`)}</Status>
                    {each.state === 'Waiting' && each.attempts > 0 && <span className="hint block">{due(each)}</span>}
                  </>
                ),
              },
              { header: t('answer'), optional: true, cell: ({ lastStatus, attempts }) => <span className="sub">{lastStatus ?? (attempts ? t('noAnswer') : '–')}</span> },
              { header: t('attempts'), optional: true, cell: ({ attempts }) => <span className="sub">{number(attempts)}</span> },
            ]}
            facts={(each) => <About delivery={each} busy={again.isPending} onAgain={() => again.mutate(each.id)} />}
            entry={({ payload }) => payload}
          />
          {found.data && <Pager list={list} total={found.data.total} text={t('deliveries', { count: found.data.total, number: number(found.data.total) })} />}
        </div>
      )}
    </>
  );
}

/** Sends a delivery once more, with the same ID. */
function useAgain(hookId: string) {
  const { t } = useTranslation('hook');
  const { id, api } = useTenant();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (deliveryId: string) => body(api.POST('/api/hooks/{id}/deliveries/{deliveryId}/redelivery', { params: { path: { id: hookId, deliveryId } } })),
    onSuccess: () => {
      toast(t('underWay'));
      return queries.invalidateQueries({ queryKey: [id, 'hook', hookId, 'deliveries'] });
    },
  });
}

function About({ delivery, busy, onAgain }: { delivery: Delivery; busy: boolean; onAgain: () => void }) {
  const { t } = useTranslation('hook');
  const { full, number, relative } = useFormat();
  return (
    <>
      <Fact label="ID">
        <code>{delivery.id}</code>
      </Fact>
      <Fact label={t('attempts')}>{number(delivery.attempts)}</Fact>
      <Fact label={t('answer')}>{delivery.lastError ?? delivery.lastStatus ?? '–'}</Fact>
      {delivery.nextAttemptAt !== null && <Fact label={t('nextAttempt')}>{relative(Math.max(delivery.nextAttemptAt, Date.now()))}</Fact>}
      {delivery.endedAt !== null && <Fact label={t('ended')}>{full(delivery.endedAt)}</Fact>}
      <Fact label={t('again')}>
        <Button size="xs" loading={busy} onClick={onAgain}>
          {t('sendAgain')}
        </Button>
      </Fact>
    </>
  );
}
