import { Button } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rows } from '@/app/api/client';
import { useTenant } from '@/app/tenant';

const size = 100;

/** The rows of a list that is not paged but read on, with the button that does. */
interface ReadOn<T> {
  /** Nothing until the first answer. */
  rows: T[] | undefined;
  error: unknown;
  retry: () => void;
  more: ReactNode;
}

/** Reads a list a hundred rows at a time; `of` is its key below the tenant. */
export function useMore<T>(of: string[], read: (page: { page: number; page_size: number }, signal: AbortSignal) => Promise<Rows<T>>): ReadOn<T> {
  const { t } = useTranslation();
  const { id } = useTenant();
  const found = useInfiniteQuery({
    queryKey: [id, ...of],
    queryFn: ({ pageParam, signal }) => read({ page: pageParam, page_size: size }, signal),
    initialPageParam: 1,
    getNextPageParam: (last, pages) => (pages.length * size < last.total ? pages.length + 1 : undefined),
  });
  const rows = found.data?.pages.flatMap((page) => page.rows);
  const left = (found.data?.pages.at(-1)?.total ?? 0) - (rows?.length ?? 0);
  return {
    rows,
    error: found.error,
    retry: () => void found.refetch(),
    more: found.hasNextPage && (
      <p>
        <Button size="xs" variant="subtle" loading={found.isFetchingNextPage} onClick={() => void found.fetchNextPage()}>
          {t('list.more', { count: left })}
        </Button>
      </p>
    ),
  };
}
