import { Fragment, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { Skeleton, useLateness } from '../Loading';

export interface Column<T> {
  id: string;
  header: string;
  cell: (row: T) => ReactNode;
  /** Left out on phones. */
  optional?: boolean;
  /** At the end of the line. */
  end?: boolean;
  /** The header is for screen readers only. */
  hidden?: boolean;
}

interface Table<T> {
  label: string;
  columns: Column<T>[];
  rows: T[] | undefined;
  rowKey: (row: T) => string;
  /** Rows are being read. */
  busy?: boolean;
  /** The rows are those of before. */
  stale?: boolean;
  /** A wide row below a row, such as an opened log entry. */
  below?: (row: T) => ReactNode;
}

/** Rows of data; before they are there, their shape. */
export function DataTable<T>({ label, columns, rows, rowKey, busy, stale, below }: Table<T>) {
  const { t } = useTranslation();
  const late = useLateness(rows === undefined);
  const className = (column: Column<T>) => [column.optional && 'opt-col', column.end && 'end'].filter(Boolean).join(' ') || undefined;
  return (
    // A table wider than the screen is scrolled by keyboard too.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll" role="region" aria-label={label} tabIndex={0}>
      <table className={stale ? 't stale' : 't'} aria-busy={busy} aria-label={rows ? label : t('state.loading')}>
        <thead>
          <tr>
            {columns.map((column) => (
              <th key={column.id} scope="col" className={className(column)}>
                {column.hidden ? <span className="sr">{column.header}</span> : column.header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows?.map((row) => (
            <Fragment key={rowKey(row)}>
              <tr>
                {columns.map((column) => (
                  <td key={column.id} className={className(column)}>
                    {column.cell(row)}
                  </td>
                ))}
              </tr>
              {below?.(row)}
            </Fragment>
          ))}
          {late &&
            [92, 128, 76, 104].map((width) => (
              <tr key={width}>
                {columns.map((column) => (
                  <td key={column.id} className={className(column)}>
                    {!column.hidden && <Skeleton width={width} />}
                  </td>
                ))}
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}
