import { Menu } from '@mantine/core';
import IconDots from '@tabler/icons-react/icons/IconDots';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { body, query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant } from '@/app/tenant';
import { ConfirmDialog } from '@/parts/ConfirmDialog';
import { DataTable } from '@/parts/list/DataTable';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { useList } from '@/parts/list/list';
import { AddButton, ListHead } from '@/parts/list/ListHead';
import { Search } from '@/parts/list/ListPage';
import { Pager } from '@/parts/list/Pager';
import { toast } from '@/parts/Toasts';
import { ResourceFrame } from './ResourceFrame';
import { ScopeForm } from './ScopeForm';
import { isManagementApi, type Resource, type Scope } from './resource';

/** The permissions of an API. */
export default function ResourceScopes() {
  return <ResourceFrame>{(resource) => <Scopes resource={resource} />}</ResourceFrame>;
}

function Scopes({ resource }: { resource: Resource }) {
  const { t } = useTranslation('resource');
  const { number } = useFormat();
  const { id, api } = useTenant();
  const list = useList();
  const queries = useQueryClient();
  const [editing, setEditing] = useState<Scope | 'new'>();
  const [deleting, setDeleting] = useState<Scope>();
  const fixed = isManagementApi(resource);
  const key = [id, 'resource', resource.id, 'scopes'];
  const found = useQuery({
    queryKey: [...key, list.query],
    queryFn: ({ signal }) =>
      rows(api.GET('/api/resources/{resourceId}/scopes', { params: { path: { resourceId: resource.id }, ...query(list.query) }, signal }) as never) as Promise<Rows<Scope>>,
    placeholderData: keepPreviousData,
  });
  const refresh = () => queries.invalidateQueries({ queryKey: key });
  const total = found.data?.total ?? 0;
  return (
    <>
      <ListHead lead={t(fixed ? 'fixedLead' : 'permissionsLead')}>
        <Search label={t('searchPermissions')} list={list} />
        {!fixed && <AddButton onClick={() => setEditing('new')}>{t('addPermission')}</AddButton>}
      </ListHead>
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.data && !total ? (
        <p className="empty sub">{t(list.search ? 'nothingFound' : 'noPermissions')}</p>
      ) : (
        <>
          <DataTable<Scope>
            label={t('permissions')}
            rows={found.data?.rows}
            rowKey={({ id }) => id}
            busy={found.isFetching}
            stale={found.isPlaceholderData}
            columns={[
              { id: 'name', header: t('permission'), cell: ({ name }) => <code>{name}</code> },
              { id: 'about', header: t('about'), cell: ({ description }) => <span className="sub">{description}</span> },
              {
                id: 'menu',
                header: t('frame:list.actions'),
                hidden: true,
                end: true,
                cell: (scope) => !fixed && <ScopeMenu scope={scope} onEdit={() => setEditing(scope)} onDelete={() => setDeleting(scope)} />,
              },
            ]}
          />
          <Pager list={list} total={total} text={t('permissionCount', { count: total, number: number(total) })} />
        </>
      )}
      {editing && <ScopeForm resource={resource} scope={editing === 'new' ? undefined : editing} onDone={refresh} onClose={() => setEditing(undefined)} />}
      {deleting && (
        <ConfirmDialog
          title={t('deletePermission', { name: deleting.name })}
          confirm={t('frame:act.delete')}
          onClose={() => setDeleting(undefined)}
          onConfirm={async () => {
            await body(api.DELETE('/api/resources/{resourceId}/scopes/{scopeId}', { params: { path: { resourceId: resource.id, scopeId: deleting.id } } }));
            await refresh();
            toast(t('permissionDeleted', { name: deleting.name }));
          }}
        >
          {t('deletePermissionBody')}
        </ConfirmDialog>
      )}
    </>
  );
}

function ScopeMenu({ scope, onEdit, onDelete }: { scope: Scope; onEdit: () => void; onDelete: () => void }) {
  const { t } = useTranslation('resource');
  return (
    <Menu>
      <Menu.Target>
        <button className="ib s" type="button" aria-label={t('actionsFor', { name: scope.name })}>
          <IconDots size={16} stroke={1.75} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item onClick={onEdit}>{t('frame:act.edit')}</Menu.Item>
        <Menu.Item color="red" onClick={onDelete}>
          {t('frame:act.delete')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
