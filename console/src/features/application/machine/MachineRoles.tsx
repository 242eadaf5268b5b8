import { useTranslation } from 'react-i18next';
import { body, query, rows, type Rows } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { HeldRoles } from '@/features/role/HeldRoles';
import type { Role } from '@/features/role/role';

/** What a machine may do: its machine-to-machine roles, given and taken at once. */
export function MachineRoles({ applicationId: id }: { applicationId: string }) {
  const { t } = useTranslation('application');
  const api = useApi();
  const path = { id };
  return (
    <HeldRoles
      of={['applications', id, 'roles']}
      lead={t('roles.lead')}
      type="MachineToMachine"
      exclude={{ excludeApplicationId: id }}
      read={(page, signal) => rows(api.GET('/api/applications/{id}/roles', { params: { path, ...query({ ...page }) }, signal }) as never) as Promise<Rows<Role>>}
      give={(roleIds) => body(api.POST('/api/applications/{id}/roles', { params: { path }, body: { roleIds } }))}
      take={(roleId) => body(api.DELETE('/api/applications/{id}/roles/{roleId}', { params: { path: { id, roleId } } }))}
    />
  );
}
