import { Button } from '@mantine/core';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/language/format';
import { pageSizes, type ListState } from './list';

/** How many there are, which of them are shown, and the ways to the others. */
export function Pager({ list, total, text }: { list: ListState; total: number; text: string }) {
  const { t } = useTranslation();
  const { number } = useFormat();
  const pages = Math.max(1, Math.ceil(total / list.size));
  const beyond = list.page > pages;
  // The last row of the last page may have been deleted.
  useEffect(() => {
    if (beyond) list.set({ page: pages });
  });
  const first = (list.page - 1) * list.size + 1;
  return (
    <div className="foot">
      <span>{text}</span>
      {total > pageSizes[0]! && (
        <>
          <span className="push">{t('pager.range', { first: number(first), last: number(Math.min(total, first + list.size - 1)), total: number(total) })}</span>
          <select className="in s" aria-label={t('pager.size')} value={list.size} onChange={(event) => list.set({ size: event.currentTarget.value })}>
            {pageSizes.map((size) => (
              <option key={size} value={size}>
                {t('pager.perPage', { size })}
              </option>
            ))}
          </select>
          <Button size="xs" disabled={list.page <= 1} onClick={() => list.set({ page: list.page - 1 })}>
            {t('pager.previous')}
          </Button>
          <Button size="xs" disabled={list.page >= pages} onClick={() => list.set({ page: list.page + 1 })}>
            {t('pager.next')}
          </Button>
        </>
      )}
    </div>
  );
}
