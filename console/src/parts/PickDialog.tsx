import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import type { Rows } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { ErrorPanel } from './ErrorPanel';
import { FormDialog } from './FormDialog';
import { Loading } from './Loading';

interface Pick<T> {
  title: string;
  search: string;
  /** The label of the act, for so many that are chosen. */
  confirm: (count: number) => string;
  /** What stands there when nothing (more) can be chosen. */
  nothing: string;
  queryKey: unknown[];
  find: (text: string, signal: AbortSignal) => Promise<Rows<T>>;
  rowKey: (row: T) => string;
  row: (row: T) => ReactNode;
  onPick: (keys: string[], rows: T[]) => Promise<unknown>;
  onClose: () => void;
}

/** A name, and what tells it from others of that name. */
export const PickLine = ({ name, hint, code }: { name: string; hint?: string | null; code?: boolean }) => (
  <span>
    {code ? <code>{name}</code> : <span className="strong">{name}</span>} <span className="sub">{hint}</span>
  </span>
);

/** Chooses some of a list that is searched on the server. */
export function PickDialog<T>({ title, search, confirm, nothing, queryKey, find, rowKey, row, onPick, onClose }: Pick<T>) {
  const tenant = useTenant();
  const [text, setText] = useState('');
  const [asked] = useDebouncedValue(text.trim(), 250);
  const [chosen, setChosen] = useState<Map<string, T>>(new Map());
  const found = useQuery({
    queryKey: [tenant.id, 'pick', ...queryKey, asked],
    queryFn: ({ signal }) => find(asked, signal),
    placeholderData: keepPreviousData,
  });
  const toggle = (one: T) => {
    const next = new Map(chosen);
    if (!next.delete(rowKey(one))) next.set(rowKey(one), one);
    setChosen(next);
  };
  const pick = async () => {
    await onPick([...chosen.keys()], [...chosen.values()]);
    onClose();
  };
  const shown = [...[...chosen.values()].filter((one) => !found.data?.rows.some((other) => rowKey(other) === rowKey(one))), ...(found.data?.rows ?? [])];
  return (
    <FormDialog title={title} submit={confirm(chosen.size)} disabled={!chosen.size} send={pick} onClose={onClose}>
      <input className="in" type="search" data-autofocus aria-label={search} placeholder={search} value={text} onChange={(event) => setText(event.currentTarget.value)} />
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.isPending && <Loading />}
      {found.data && !shown.length && <p className="sub">{nothing}</p>}
      <ul className="picks" aria-busy={found.isFetching}>
        {shown.map((one) => (
          <li key={rowKey(one)}>
            <label className="check">
              <input type="checkbox" checked={chosen.has(rowKey(one))} onChange={() => toggle(one)} />
              {row(one)}
            </label>
          </li>
        ))}
      </ul>
    </FormDialog>
  );
}
