import { Button } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { pageSizes, type ListState } from './list';

/** So many pages back one can go step by step; from there the way back is to the first. */
const remembered = 50;

/** The places after which the pages up to this one begin, as the address keeps them. */
const places = (list: ListState) => list.filter('after').split(',').filter(Boolean);

/** Where the page begins; nothing for the first. */
export const placeOf = (list: ListState): string | undefined => places(list).at(-1);

/** The ways on and back in a list that goes on after a place: no page of it costs more than the first, and none is shown twice. */
export function PlacePager({ list, next, text }: { list: ListState; next: string | undefined; text: string }) {
  const { t } = useTranslation();
  const before = places(list);
  return (
    <div className="foot">
      <span>{text}</span>
      {(next || before.length > 0) && (
        <>
          <select className="in s push" aria-label={t('pager.size')} value={list.size} onChange={(event) => list.set({ size: event.currentTarget.value })}>
            {pageSizes.map((size) => (
              <option key={size} value={size}>
                {t('pager.perPage', { size })}
              </option>
            ))}
          </select>
          <Button size="xs" disabled={!before.length} onClick={() => list.set({ after: before.slice(0, -1).join(',') })}>
            {t('pager.previous')}
          </Button>
          <Button size="xs" disabled={!next} onClick={() => list.set({ after: [...before, next].slice(-remembered).join(',') })}>
            {t('pager.next')}
          </Button>
        </>
      )}
    </div>
  );
}
