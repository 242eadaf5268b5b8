import { Button } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { DataTable } from '@/parts/list/DataTable';
import { useList, type ListState } from '@/parts/list/list';
import { AddButton, ListHead } from '@/parts/list/ListHead';
import { Pager } from '@/parts/list/Pager';
import { PickDialog, PickLine } from '@/parts/PickDialog';
import { toast } from '@/parts/Toasts';
import type { Role } from './role';

interface Holder {
  /** The key below the tenant under which its roles are read. */
  of: string[];
  lead: string;
  type: Role['type'];
  /** Leaves out of the search what the holder has. */
  exclude: { excludeUserId: string } | { excludeApplicationId: string };
  read: (page: ListState['query'], signal: AbortSignal) => Promise<Rows<Role>>;
  give: (roleIds: string[]) => Promise<unknown>;
  take: (roleId: string) => Promise<unknown>;
}

/** The roles that somebody or something holds: each taken away at once, more given from a dialog. */
export function HeldRoles({ of, lead, type, exclude, read, give, take }: Holder) {
  const { t } = useTranslation('role');
  const { id, api } = useTenant();
  const path = useTenantPath();
  const { number } = useFormat();
  const queries = useQueryClient();
  const list = useList();
  const [adding, setAdding] = useState(false);
  const [error, setError] = useState<unknown>();
  const key = [id, ...of];
  const held = useQuery({ queryKey: [...key, list.query], queryFn: ({ signal }) => read(list.query, signal), placeholderData: keepPreviousData });
  const refresh = () => queries.invalidateQueries({ queryKey: key });
  const assign = async (roleIds: string[]) => {
    await give(roleIds);
    await refresh();
  };
  const remove = async (role: Role) => {
    await take(role.id);
    await refresh();
    toast(t('held.taken', { role: role.name }), () => void assign([role.id]).catch(setError));
  };
  return (
    <>
      <ListHead lead={lead}>
        <AddButton plain onClick={() => setAdding(true)}>
          {t('held.assign')}
        </AddButton>
      </ListHead>
      {error !== undefined && <ErrorPanel error={error} />}
      {held.isError && <ErrorPanel error={held.error} onRetry={() => void held.refetch()} />}
      {held.data?.total === 0 ? (
        <p className="empty sub">{t('held.none')}</p>
      ) : (
        <>
          <DataTable<Role>
            label={t('title')}
            rows={held.data?.rows}
            rowKey={(role) => role.id}
            busy={held.isFetching}
            stale={held.isPlaceholderData}
            columns={[
              { id: 'name', header: t('held.role'), cell: (role) => <Link to={path(`roles/${role.id}`)}>{role.name}</Link> },
              { id: 'about', header: t('held.about'), optional: true, cell: ({ description }) => <span className="sub">{description}</span> },
              {
                id: 'take',
                header: t('frame:list.actions'),
                hidden: true,
                end: true,
                cell: (role) => (
                  <Button size="xs" variant="subtle" aria-label={t('held.take', { role: role.name })} onClick={() => void remove(role).catch(setError)}>
                    {t('frame:act.remove')}
                  </Button>
                ),
              },
            ]}
          />
          {held.data && <Pager list={list} total={held.data.total} text={t('count', { count: held.data.total, number: number(held.data.total) })} />}
        </>
      )}
      {adding && (
        <PickDialog<Role>
          title={t('held.assign')}
          search={t('held.search')}
          nothing={t('held.noMore')}
          confirm={(count) => t('held.count', { count })}
          queryKey={['roles', ...of]}
          find={(text, signal) => rows(api.GET('/api/roles', { params: query({ type, ...exclude, page: 1, page_size: 50, search: text && `%${text}%` }), signal }) as never) as Promise<Rows<Role>>}
          rowKey={(role) => role.id}
          row={(role) => <PickLine name={role.name} hint={role.description} />}
          onPick={assign}
          onClose={() => setAdding(false)}
        />
      )}
    </>
  );
}
