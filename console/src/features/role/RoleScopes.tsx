import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { body, query, rows, type Rows } from '@/app/api/client';
import { useFormat } from '@/app/language/format';
import { useTenant, useTenantPath } from '@/app/tenant';
import { PickDialog, PickLine } from '@/parts/PickDialog';
import { Assigned } from './Assigned';
import { useAssigned } from './assignment';
import { RoleFrame } from './RoleFrame';
import { findScopes, scopesOf, type Role, type RoleScope } from './role';

/** What a role grants. */
export default function RoleScopes() {
  return <RoleFrame>{(role) => <Scopes role={role} />}</RoleFrame>;
}

function Scopes({ role }: { role: Role }) {
  const { t } = useTranslation('role');
  const { number } = useFormat();
  const { api } = useTenant();
  const path = useTenantPath();
  const params = { path: { id: role.id } };
  const assigned = useAssigned<RoleScope>({
    of: ['role', role.id, 'scopes'],
    read: (page, signal) => rows(api.GET('/api/roles/{id}/scopes', { params: { ...params, ...query(page) }, signal }) as never) as Promise<Rows<RoleScope>>,
    give: (scopeIds) => body(api.POST('/api/roles/{id}/scopes', { params, body: { scopeIds } })),
    take: (scopeId) => body(api.DELETE('/api/roles/{id}/scopes/{scopeId}', { params: { path: { id: role.id, scopeId } } })),
    nameOf: ({ name }) => name,
  });
  return (
    <Assigned<RoleScope>
      label={t('permissions')}
      lead={t('permissionsLead')}
      nothing={t('noPermissions')}
      add={t('assignPermissions')}
      search={t('searchPermissions')}
      {...assigned.rows}
      columns={[
        { id: 'name', header: t('permission'), cell: ({ name }) => <code>{name}</code> },
        { id: 'api', header: t('api'), cell: ({ resource }) => <Link to={path(`api-resources/${resource.id}`)}>{resource.name}</Link> },
        { id: 'about', header: t('about'), optional: true, cell: ({ description }) => <span className="sub">{description}</span> },
      ]}
      count={(total) => t('permissionCount', { count: total, number: number(total) })}
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
          row={(scope) => <PickLine code name={scope.name} hint={scope.resource.name} />}
          onPick={assigned.add}
          onClose={close}
        />
      )}
    />
  );
}
