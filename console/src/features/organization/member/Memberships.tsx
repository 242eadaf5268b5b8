import { Button } from '@mantine/core';
import { useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { query, rows, type Row } from '@/app/api/client';
import { useTenant, useTenantPath } from '@/app/tenant';
import { Avatar } from '@/parts/Avatar';
import { ErrorPanel } from '@/parts/ErrorPanel';
import { DataTable } from '@/parts/list/DataTable';
import { AddButton, ListHead } from '@/parts/list/ListHead';
import { PickDialog, PickLine } from '@/parts/PickDialog';
import { toast } from '@/parts/Toasts';
import { RolesDialog } from './RolesDialog';
import type { RoleType } from './roles';
import { RoleTags } from './RoleTags';

/** An organization that somebody or something belongs to, with the roles there. */
export type Membership = Row<'/api/users/{userId}/organizations'>;

interface Member {
  /** The key below the tenant under which the memberships are read. */
  of: string[];
  type: RoleType;
  lead: string;
  none: string;
  read: (signal: AbortSignal) => Promise<Membership[]>;
  join: (organizationId: string) => Promise<unknown>;
  leave: (organizationId: string) => Promise<unknown>;
  /** `held` are those that there were. */
  setRoles: (organizationId: string, roleIds: string[], held: Membership['organizationRoles']) => Promise<unknown>;
}

/** The organizations of a person or a machine: roles changed in place, each left at once, more joined from a dialog. */
export function Memberships({ of, type, lead, none, read, join, leave, setRoles }: Member) {
  const { t } = useTranslation('organization');
  const { id, api } = useTenant();
  const path = useTenantPath();
  const queries = useQueryClient();
  const [adding, setAdding] = useState(false);
  const [changing, setChanging] = useState<Membership>();
  const [error, setError] = useState<unknown>();
  const key = [id, ...of];
  const found = useQuery({ queryKey: key, queryFn: ({ signal }) => read(signal) });
  const refresh = () => queries.invalidateQueries({ queryKey: key });
  const add = async (organizationIds: string[]) => {
    for (const organizationId of organizationIds) await join(organizationId);
    await refresh();
  };
  const rejoin = async ({ id: organizationId, organizationRoles }: Membership) => {
    await join(organizationId);
    await setRoles(organizationId, organizationRoles.map((role) => role.id), []);
    await refresh();
  };
  const remove = async (membership: Membership) => {
    setError(undefined);
    await leave(membership.id);
    await refresh();
    toast(t('left', { name: membership.name }), () => void rejoin(membership).catch(setError));
  };
  return (
    <>
      <ListHead lead={lead}>
        <AddButton plain onClick={() => setAdding(true)}>
          {t('joinOne')}
        </AddButton>
      </ListHead>
      {error !== undefined && <ErrorPanel error={error} />}
      {found.isError && <ErrorPanel error={found.error} onRetry={() => void found.refetch()} />}
      {found.data?.length === 0 ? (
        <p className="empty sub">{none}</p>
      ) : (
        <DataTable<Membership>
          label={t('title')}
          rows={found.data}
          rowKey={(membership) => membership.id}
          busy={found.isFetching}
          columns={[
            {
              id: 'name',
              header: t('name'),
              cell: (membership) => (
                <span className="who">
                  <Avatar id={membership.id} name={membership.name} picture={membership.branding.logoUrl} />
                  <Link to={path(`organizations/${membership.id}`)}>{membership.name}</Link>
                </span>
              ),
            },
            { id: 'roles', header: t('roles'), cell: (membership) => <RoleTags name={membership.name} roles={membership.organizationRoles} onChange={() => setChanging(membership)} /> },
            {
              id: 'leave',
              header: t('frame:list.actions'),
              hidden: true,
              end: true,
              cell: (membership) => (
                <Button size="xs" variant="subtle" aria-label={t('frame:list.removeWhat', { name: membership.name })} onClick={() => void remove(membership).catch(setError)}>
                  {t('frame:act.remove')}
                </Button>
              ),
            },
          ]}
        />
      )}
      {adding && (
        <PickDialog<{ id: string; name: string; description?: string | null }>
          title={t('joinOne')}
          search={t('search')}
          nothing={t('noneLeft')}
          confirm={(count) => t('add', { count })}
          queryKey={['organizations', ...of]}
          find={async (text, signal) => {
            const { rows: all, total } = await rows(api.GET('/api/organizations', { params: query({ page: 1, page_size: 50, q: text }), signal }));
            return { rows: all.filter((one) => !found.data?.some((membership) => membership.id === one.id)), total };
          }}
          rowKey={(one) => one.id}
          row={(one) => <PickLine name={one.name} hint={one.description} />}
          onPick={add}
          onClose={() => setAdding(false)}
        />
      )}
      {changing && (
        <RolesDialog
          name={changing.name}
          type={type}
          held={changing.organizationRoles}
          onSave={async (roleIds) => {
            await setRoles(changing.id, roleIds, changing.organizationRoles);
            await refresh();
          }}
          onClose={() => setChanging(undefined)}
        />
      )}
    </>
  );
}
