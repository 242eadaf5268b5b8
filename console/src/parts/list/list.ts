import { useDebouncedCallback } from '@mantine/hooks';
import { useSearchParams } from 'react-router';

export const pageSizes = [25, 50, 100];

/** What a list shows, kept in the address, so that links and the back button work. */
export interface ListState {
  page: number;
  size: number;
  search: string;
  tab: string;
  /** Any other filter by its name. */
  filter: (name: string) => string;
  set: (changes: Record<string, string | number | undefined>) => void;
  clear: () => void;
  /** The query parameters of the API: page, page size, and the search of its text columns. */
  query: { page: number; page_size: number; search?: string };
}

/** Reads the address and changes it; every change but that of the page, or of the place, begins at the first one. */
export function useList(): ListState {
  const [parameters, setParameters] = useSearchParams();
  const page = Math.max(1, Number(parameters.get('page')) || 1);
  const size = pageSizes.find((size) => size === Number(parameters.get('size'))) ?? 25;
  const search = parameters.get('search') ?? '';
  return {
    page,
    size,
    search,
    tab: parameters.get('tab') ?? '',
    filter: (name) => parameters.get(name) ?? '',
    set: (changes) =>
      setParameters(
        (before) => {
          const after = new URLSearchParams(before);
          if (!('page' in changes)) after.delete('page');
          if (!('after' in changes)) after.delete('after');
          for (const [name, value] of Object.entries(changes)) {
            if (value === undefined || value === '' || (name === 'page' && value === 1)) after.delete(name);
            else after.set(name, String(value));
          }
          return after;
        },
        { replace: !('tab' in changes) && !('page' in changes) && !('after' in changes), preventScrollReset: true },
      ),
    clear: () => setParameters({}, { replace: true }),
    query: { page, page_size: size, ...(search && { search: `%${search}%` }) },
  };
}

/** Waits a quarter of a second, so that typing does not ask for every letter. */
export const useSlowSearch = (list: ListState) =>
  useDebouncedCallback((text: string) => list.set({ search: text.trim() }), 250);
