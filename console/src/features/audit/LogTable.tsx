import IconChevronDown from '@tabler/icons-react/icons/IconChevronDown';
import IconChevronRight from '@tabler/icons-react/icons/IconChevronRight';
import { Fragment, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { useFormat } from '@/app/language/format';
import { CopyButton } from '@/parts/Copy';
import { Skeleton, useLateness } from '@/parts/Loading';
import './audit.css';

export interface LogColumn<T> {
  header: string;
  cell: (row: T) => ReactNode;
  /** Left out on phones. */
  optional?: boolean;
}

interface Log<T> {
  label: string;
  rows: T[] | undefined;
  at: (row: T) => number;
  rowKey: (row: T) => string;
  columns: LogColumn<T>[];
  /** What stands beside the entry as it is kept. */
  facts: (row: T) => ReactNode;
  /** The entry as it is kept. */
  entry: (row: T) => unknown;
  busy?: boolean;
  stale?: boolean;
}

/** Entries of a log under the days on which they were made; each opens to all that is known of it. */
export function LogTable<T>({ label, rows, at, rowKey, columns, facts, entry, busy, stale }: Log<T>) {
  const { t } = useTranslation('audit');
  const { date, time, full } = useFormat();
  const [open, setOpen] = useState<string>();
  const late = useLateness(rows === undefined);
  const width = columns.length + 2;
  const day = (row: T) => new Date(at(row)).toDateString();
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div className="scroll" role="region" aria-label={label} tabIndex={0}>
      <table className={`t log${stale ? ' stale' : ''}`} aria-label={label} aria-busy={busy}>
        <thead>
          <tr>
            <th>
              <span className="sr">{t('details')}</span>
            </th>
            <th scope="col">{t('time')}</th>
            {columns.map(({ header, optional }) => (
              <th key={header} scope="col" className={optional ? 'opt-col' : undefined}>
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows?.map((row, index) => {
            const opened = open === rowKey(row);
            const Icon = opened ? IconChevronDown : IconChevronRight;
            const before = rows[index - 1];
            return (
              <Fragment key={rowKey(row)}>
                {(!before || day(before) !== day(row)) && (
                  <tr className="day">
                    <td colSpan={width}>{date(at(row))}</td>
                  </tr>
                )}
                <tr className={opened ? 'open' : undefined}>
                  <td>
                    <button className="ib s" type="button" aria-expanded={opened} aria-label={t('detailsOf', { time: time(at(row)) })} onClick={() => setOpen(opened ? undefined : rowKey(row))}>
                      <Icon size={16} stroke={1.75} aria-hidden className="flip" />
                    </button>
                  </td>
                  <td className="mono sub">
                    <time dateTime={new Date(at(row)).toISOString()} title={full(at(row))}>
                      {time(at(row))}
                    </time>
                  </td>
                  {columns.map(({ header, optional, cell }) => (
                    <td key={header} className={optional ? 'opt-col' : undefined}>
                      {cell(row)}
                    </td>
                  ))}
                </tr>
                {opened && (
                  <tr className="body">
                    <td colSpan={width}>
                      <div className="entry">
                        <dl className="kv">{facts(row)}</dl>
                        <Entry value={entry(row)} />
                      </div>
                    </td>
                  </tr>
                )}
              </Fragment>
            );
          })}
          {late &&
            [1, 2, 3, 4].map((line) => (
              <tr key={line}>
                <td colSpan={width}>
                  <Skeleton width={`${40 + line * 10}%`} />
                </td>
              </tr>
            ))}
        </tbody>
      </table>
    </div>
  );
}

/** An entry as JSON. */
function Entry({ value }: { value: unknown }) {
  const { t } = useTranslation('audit');
  const text = JSON.stringify(value, null, 2);
  return (
    <div className="code">
      <header>
        <b>{t('entry')}</b>
        <span className="push" />
        <CopyButton value={text} what={t('entry')} />
      </header>
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <pre tabIndex={0} role="region" aria-label={t('entry')}>
        {text.split('\n').map((line, at) => (
          // Lines of one text: their place is their identity.
          // oxlint-disable-next-line react/no-array-index-key
          <span key={at} className="l">
            {line}
          </span>
        ))}
      </pre>
    </div>
  );
}
