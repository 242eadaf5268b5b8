import { Button } from '@mantine/core';
import type { UseQueryResult } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rows } from '@/app/api/client';
import { DataTable, type Column } from '@/parts/list/DataTable';
import { ErrorPanel } from '@/parts/ErrorPanel';
import type { ListState } from '@/parts/list/list';
import { AddButton, ListHead } from '@/parts/list/ListHead';
import { Search } from '@/parts/list/ListPage';
import { Pager } from '@/parts/list/Pager';

interface AssignedRows<T> {
  label: string;
  lead: string;
  nothing: string;
  add: string;
  search: string;
  list: ListState;
  found: UseQueryResult<Rows<T>>;
  columns: Column<T>[];
  rowKey: (row: T) => string;
  nameOf: (row: T) => string;
  count: (total: number) => string;
  onRemove: (row: T) => Promise<unknown>;
  /** The dialog that adds more. */
  picker: (close: () => void) => ReactNode;
}

/** What is assigned to a role or a group: each taken away at once, more added from a dialog. */
export function Assigned<T>({ label, lead, nothing, add, search, list, found, columns, rowKey, nameOf, count, onRemove, picker }: AssignedRows<T>) {
  const { t } = useTranslation('role');
  const [adding, setAdding] = useState(false);
  const [error, setError] = useState<unknown>();
  const total = found.data?.total ?? 0;
  const remove = (row: T) => {
    setError(undefined);
    onRemove(row).catch(setError);
  };
  return (
    <>
      <ListHead lead={lead}>
        <Search label={search} list={list} />
        <AddButton onClick={() => setAdding(true)}>{add}</AddButton>
      </ListHead>
      {error !== undefined && <ErrorPanel error={error} />}
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && !total ? (
        <p className="empty sub">{list.search ? t('nothingFound') : nothing}</p>
      ) : (
        <>
          <DataTable<T>
            label={label}
            rows={found.data?.rows}
            rowKey={rowKey}
            busy={found.isFetching}
            stale={found.isPlaceholderData}
            columns={[
              ...columns,
              {
                id: 'remove',
                header: t('frame:list.actions'),
                hidden: true,
                end: true,
                cell: (row) => (
                  <Button size="xs" variant="subtle" aria-label={t('removeWhat', { name: nameOf(row) })} onClick={() => remove(row)}>
                    {t('frame:act.remove')}
                  </Button>
                ),
              },
            ]}
          />
          <Pager list={list} total={total} text={count(total)} />
        </>
      )}
      {adding && picker(() => setAdding(false))}
    </>
  );
}
