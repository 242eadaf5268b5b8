import { Button } from '@mantine/core';
import IconPlus from '@tabler/icons-react/icons/IconPlus';
import IconTrash from '@tabler/icons-react/icons/IconTrash';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ConfirmDialog } from '../ConfirmDialog';
import { Section } from '../DetailsPage';
import { ErrorPanel } from '../ErrorPanel';
import { DataTable, type Column } from '../list/DataTable';
import { toast } from '../Toasts';

interface Tokens<T> {
  title: string;
  lead: string;
  none: string;
  add: string;
  tokens: T[] | undefined;
  error: unknown;
  onRetry: () => void;
  busy?: boolean;
  stale?: boolean;
  rowKey: (token: T) => string;
  /** How the names are headed, and what else is told of each. */
  nameHeader: string;
  columns: Column<T>[];
  pager?: ReactNode;
  nameOf: (token: T) => string;
  /** How the button, the question and its answer call the end of one. */
  ending: { label: (name: string) => string; question: (name: string) => string; consequence: string; done: string };
  onEnd: (token: T) => Promise<unknown>;
  /** The dialog that makes one. */
  adding: (close: () => void) => ReactNode;
}

/** Tokens that administrators hand out: a list, a way to make one, a question before one ends. */
export function TokenSection<T>({ title, lead, none, add, tokens, error, onRetry, busy, stale, rowKey, nameHeader, columns, pager, nameOf, ending, onEnd, adding }: Tokens<T>) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const [last, setLast] = useState<T>();
  return (
    <Section title={title} lead={lead}>
      {error ? <ErrorPanel error={error} onRetry={onRetry} /> : null}
      {tokens?.length === 0 ? (
        <p className="sub">{none}</p>
      ) : (
        <>
          <DataTable
            label={title}
            rows={tokens}
            rowKey={rowKey}
            busy={busy}
            stale={stale}
            columns={[
              { id: 'name', header: nameHeader, cell: (token) => <span className="strong">{nameOf(token)}</span> },
              ...columns,
              {
                id: 'end',
                header: t('list.actions'),
                hidden: true,
                end: true,
                cell: (token) => (
                  <button className="ib s" type="button" aria-label={ending.label(nameOf(token))} onClick={() => setLast(() => token)}>
                    <IconTrash size={16} stroke={1.75} aria-hidden />
                  </button>
                ),
              },
            ]}
          />
          {pager}
        </>
      )}
      <p>
        <Button size="xs" leftSection={<IconPlus size={16} stroke={1.75} aria-hidden />} onClick={() => setOpen(true)}>
          {add}
        </Button>
      </p>
      {open && adding(() => setOpen(false))}
      {last !== undefined && (
        <ConfirmDialog
          title={ending.question(nameOf(last))}
          confirm={t('act.delete')}
          onClose={() => setLast(undefined)}
          onConfirm={async () => {
            await onEnd(last);
            toast(ending.done);
          }}
        >
          {ending.consequence}
        </ConfirmDialog>
      )}
    </Section>
  );
}
