import { useQueryClient } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { useGo, useTenant } from '@/app/tenant';
import { FormDialog } from './FormDialog';

interface Create<T> {
  title: string;
  size?: number;
  /** The list below the tenant from which the dialog opens, and to which it closes. */
  list: string;
  /** The keys of the lists that show the new one, below the tenant. */
  lists: string[];
  invalid?: boolean;
  error?: unknown;
  make: () => Promise<T>;
  /** Where to go then, below the tenant; to its own page, where nothing else is said. */
  to?: (made: T) => string;
  children: (asked: boolean) => ReactNode;
}

/** Makes a thing of a list, and goes to it. */
export function CreateDialog<T extends { id: string }>({ title, size, list, lists, invalid, error, make, to, children }: Create<T>) {
  const { id } = useTenant();
  const queries = useQueryClient();
  const go = useGo();
  const send = async () => {
    const made = await make();
    void queries.invalidateQueries({ queryKey: [id, ...lists] });
    go(to?.(made) ?? `${list}/${made.id}`);
  };
  return (
    <FormDialog title={title} size={size} invalid={invalid} error={error} send={send} onClose={() => go(list)}>
      {children}
    </FormDialog>
  );
}
