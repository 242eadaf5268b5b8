import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import { useQueries, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rows } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import { PickDialog } from '@/parts/PickDialog';
import { DataTable } from './DataTable';

const step = 25;

interface Chosen<T> {
  label: string;
  /** What stands there while nothing is chosen. */
  none: string;
  /** The label of the button, and the title of the dialog that it opens. */
  add: string;
  search: string;
  nothing: string;
  confirm: (count: number) => string;
  ids: string[];
  onChange: (ids: string[]) => void;
  /** The key below the tenant under which one is read. */
  of: string;
  read: (id: string) => Promise<T>;
  find: (text: string, signal: AbortSignal) => Promise<Rows<T>>;
  nameOf: (one: T) => string;
  /** Its line in the list; before it is read, only its id is known. */
  line: (id: string, name: string, one: T | undefined) => ReactNode;
  /** Its line in the dialog. */
  pick: (one: T) => ReactNode;
}

/** Things of a long list by name, some of which are added and taken away; only those that are shown are asked for. */
export function ChosenList<T extends { id: string }>({ label, none, add, search, nothing, confirm, ids, onChange, of, read, find, nameOf, line, pick }: Chosen<T>) {
  const { t } = useTranslation();
  const { id: tenantId } = useTenant();
  const queries = useQueryClient();
  const [shown, setShown] = useState(step);
  const [adding, setAdding] = useState(false);
  const known = useQueries({ queries: ids.slice(0, shown).map((id) => ({ queryKey: [tenantId, of, id], queryFn: () => read(id) })) });
  const lines = known.map(({ data }, index) => ({ id: ids[index]!, one: data as T | undefined }));
  const titleOf = ({ id, one }: (typeof lines)[number]) => (one ? nameOf(one) : id);
  return (
    <>
      {ids.length === 0 ? (
        <p className="sub">{none}</p>
      ) : (
        <DataTable
          label={label}
          rows={lines}
          rowKey={({ id }) => id}
          columns={[
            { id: 'name', header: label, cell: (each) => line(each.id, titleOf(each), each.one) },
            {
              id: 'remove',
              header: t('list.actions'),
              hidden: true,
              end: true,
              cell: (each) => (
                <Button size="xs" variant="subtle" aria-label={t('list.removeWhat', { name: titleOf(each) })} onClick={() => onChange(ids.filter((id) => id !== each.id))}>
                  {t('act.remove')}
                </Button>
              ),
            },
          ]}
        />
      )}
      <p className="row">
        <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setAdding(true)}>
          {add}
        </Button>
        {ids.length > shown && (
          <Button size="xs" variant="subtle" onClick={() => setShown(shown + step)}>
            {t('list.more', { count: ids.length - shown })}
          </Button>
        )}
      </p>
      {adding && (
        <PickDialog<T>
          title={add}
          search={search}
          nothing={nothing}
          confirm={confirm}
          queryKey={[of, 'chosen']}
          find={find}
          rowKey={({ id }) => id}
          row={pick}
          onPick={async (picked, rows) => {
            rows.forEach((one) => queries.setQueryData([tenantId, of, one.id], (before: T | undefined) => before ?? one));
            onChange([...new Set([...ids, ...picked])]);
          }}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
