import { Button, Menu, TextInput } from '@mantine/core';
import IconDots from '@tabler/icons-react/icons/IconDots';
import IconSearch from '@tabler/icons-react/icons/IconSearch';
import type { UseQueryResult } from '@tanstack/react-query';
import { useEffect, useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Rows } from '@/app/api/client';
import { DataTable, type Column } from './DataTable';
import { EmptyState } from '../EmptyState';
import { ErrorPanel } from '../ErrorPanel';
import { useSlowSearch, type ListState } from './list';
import { Page } from '../Page';
import { Pager } from './Pager';

interface List<T> {
  title: string;
  lead: string;
  /** The one primary act. */
  action?: ReactNode;
  list: ListState;
  query: UseQueryResult<Rows<T>>;
  columns: Column<T>[];
  rowKey: (row: T) => string;
  /** The items of a row's menu, and how it is called. */
  menu?: { label: (row: T) => string; items: (row: T) => ReactNode };
  /** Links to lists beside this one. */
  nav?: ReactNode;
  tabs?: { key: string; label: string }[];
  search?: string;
  /** Chips and selects beside the search. */
  filters?: ReactNode;
  /** Shown instead of everything when there is nothing at all: what the thing is for, and more ways to begin. */
  empty: { title: string; lead: string; more?: ReactNode };
  /** “9 applications”. */
  count: (total: number) => string;
}

/** A list as every noun has it: tabs or filters, search, rows of the server, pager; its state is in the address. */
export function ListPage<T>({ title, lead, action, list, query, nav, tabs, search, filters, empty, count, menu, ...table }: List<T>) {
  const { t } = useTranslation();
  const filtered = list.search !== '' || list.tab !== '' || filters !== undefined;
  const nothing = query.data?.total === 0 && list.page === 1;
  if (nothing && !filtered) {
    return (
      <Page title={title} lead={lead}>
        {nav}
        <EmptyState title={empty.title} action={action}>
          {empty.lead}
        </EmptyState>
        {empty.more}
      </Page>
    );
  }
  const columns = menu ? [...table.columns, menuColumn(menu, t('list.actions'))] : table.columns;
  return (
    <Page title={title} lead={lead} actions={action}>
      {nav}
      <div className="tools">
        {tabs && <Tabs tabs={tabs} list={list} label={title} />}
        {filters}
        {search && <Search label={search} list={list} />}
      </div>
      {query.isError && <ErrorPanel error={query.error} title={t('list.failed')} onRetry={() => void query.refetch()} />}
      {nothing ? (
        <NothingFound list={list} />
      ) : (
        <>
          <DataTable label={title} {...table} columns={columns} rows={query.data?.rows} busy={query.isFetching} stale={query.isPlaceholderData} />
          {query.data && <Pager list={list} total={query.data.total} text={count(query.data.total)} />}
        </>
      )}
    </Page>
  );
}

function menuColumn<T>({ label, items }: NonNullable<List<T>['menu']>, header: string): Column<T> {
  return {
    id: 'menu',
    header,
    hidden: true,
    end: true,
    cell: (row) => (
      <Menu>
        <Menu.Target>
          <button className="ib s" type="button" aria-label={label(row)}>
            <IconDots size={16} stroke={1.75} aria-hidden />
          </button>
        </Menu.Target>
        <Menu.Dropdown>{items(row)}</Menu.Dropdown>
      </Menu>
    ),
  };
}

/** A filter of a list as a row of buttons. */
export function Tabs({ tabs, list, label }: { tabs: { key: string; label: string }[]; list: ListState; label: string }) {
  return (
    <div className="seg" role="group" aria-label={label}>
      {tabs.map((tab) => (
        <button key={tab.key} type="button" aria-pressed={list.tab === tab.key} onClick={() => list.set({ tab: tab.key })}>
          {tab.label}
        </button>
      ))}
    </div>
  );
}

/** The search of a list; `/` brings the focus here. */
export function Search({ label, list }: { label: string; list: ListState }) {
  const [text, setText] = useState(list.search);
  const search = useSlowSearch(list);
  useEffect(() => setText(list.search), [list.search]);
  return (
    <TextInput
      className="search push"
      type="search"
      aria-label={label}
      placeholder={label}
      aria-keyshortcuts="/"
      leftSection={<IconSearch size={18} stroke={1.75} aria-hidden />}
      value={text}
      onChange={(event) => {
        setText(event.currentTarget.value);
        search(event.currentTarget.value);
      }}
    />
  );
}

function NothingFound({ list }: { list: ListState }) {
  const { t } = useTranslation();
  return (
    <div className="empty">
      <h2>{list.search ? t('list.nothingFor', { text: list.search }) : t('list.nothing')}</h2>
      <p>
        <Button size="xs" onClick={list.clear}>
          {t('list.clear')}
        </Button>
      </p>
    </div>
  );
}
