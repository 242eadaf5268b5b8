import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Rows } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { useList, type ListState } from '@/parts/list/list';
import { toast } from '@/parts/Toasts';

interface Assignment<T> {
  /** The key below the tenant under which they are read. */
  of: string[];
  read: (query: ListState['query'], signal: AbortSignal) => Promise<Rows<T>>;
  give: (ids: string[]) => Promise<unknown>;
  take: (id: string) => Promise<unknown>;
  /** Gives back what was taken away, where that is more than to give it. */
  restore?: (row: T) => Promise<unknown>;
  nameOf: (row: T) => string;
}

/** What a role, or a group, is linked to, a page at a time; what is taken away can be given back at once. */
export function useAssigned<T extends { id: string }>({ of, read, give, take, restore, nameOf }: Assignment<T>) {
  const { t } = useTranslation('role');
  const { id } = useTenant();
  const list = useList();
  const queries = useQueryClient();
  const key = [id, ...of];
  const found = useQuery({ queryKey: [...key, list.query], queryFn: ({ signal }) => read(list.query, signal), placeholderData: keepPreviousData });
  const refresh = () => queries.invalidateQueries({ queryKey: key });
  const add = async (ids: string[]) => {
    await give(ids);
    await refresh();
  };
  const remove = async (row: T) => {
    await take(row.id);
    await refresh();
    toast(t('removed', { name: nameOf(row) }), () => void (restore ? restore(row).then(refresh) : add([row.id])));
  };
  return { rows: { list, found, rowKey: (row: T) => row.id, nameOf, onRemove: remove }, add };
}
