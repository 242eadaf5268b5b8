import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body, query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { useList } from '@/parts/list';
import { PickDialog } from '@/parts/PickDialog';
import { toast } from '@/parts/Toasts';
import { Assigned } from './Assigned';
import { RoleFrame } from './RoleFrame';
import { findScopes, scopesOf, type Role, type RoleScope } from './role';

/** What a role grants. */
export default function RoleScopes() {
  return <RoleFrame>{(role) => <Scopes role={role} />}</RoleFrame>;
}

function Scopes({ role }: { role: Role }) {
  const { t } = useTranslation('role');
  const { number } = useFormat();
  const { id, api } = useTenant();
  const path = useTenantPath();
  const list = useList();
  const queries = useQueryClient();
  const key = [id, 'role', role.id, 'scopes'];
  const found = useQuery({
    queryKey: [...key, list.query],
    queryFn: ({ signal }) => rows(api.GET('/api/roles/{id}/scopes', { params: { path: { id: role.id }, ...query(list.query) }, signal }) as never) as Promise<Rows<RoleScope>>,
    placeholderData: keepPreviousData,
  });
  const add = async (scopeIds: string[]) => {
    await body(api.POST('/api/roles/{id}/scopes', { params: { path: { id: role.id } }, body: { scopeIds } }));
    await queries.invalidateQueries({ queryKey: key });
  };
  const remove = async (scope: RoleScope) => {
    await body(api.DELETE('/api/roles/{id}/scopes/{scopeId}', { params: { path: { id: role.id, scopeId: scope.id } } }));
    await queries.invalidateQueries({ queryKey: key });
    toast(t('removed', { name: scope.name }), () => void add([scope.id]));
  };
  return (
    <Assigned<RoleScope>
      label={t('permissions')}
      lead={t('permissionsLead')}
      nothing={t('noPermissions')}
      add={t('assignPermissions')}
      search={t('searchPermissions')}
      list={list}
      found={found}
      rowKey={({ id }) => id}
      nameOf={({ name }) => name}
      columns={[
        { id: 'name', header: t('permission'), cell: ({ name }) => <code>{name}</code> },
        { id: 'api', header: t('api'), cell: ({ resource }) => <Link to={path(`api-resources/${resource.id}`)}>{resource.name}</Link> },
        { id: 'about', header: t('about'), optional: true, cell: ({ description }) => <span className="sub">{description}</span> },
      ]}
      count={(total) => t('permissionCount', { count: total, number: number(total) })}
      onRemove={remove}
      picker={(close) => (
        <PickDialog<RoleScope>
          title={t('assignPermissions')}
          search={t('searchPermissions')}
          nothing={t('nothingMore')}
          confirm={(count) => t('assign', { count })}
          queryKey={['scopes', role.id]}
          find={async (text, signal) => {
            const held = await scopesOf(api, role.id, signal);
            return findScopes(api, role.type, new Set(held.rows.map(({ id }) => id)), text, signal);
          }}
          rowKey={({ id }) => id}
          row={(scope) => (
            <span>
              <code>{scope.name}</code> <span className="sub">{scope.resource.name}</span>
            </span>
          )}
          onPick={add}
          onClose={close}
        />
      )}
    />
  );
}
