import { body, query, rows, type Api } from '@/app/api/client';
import { useApi } from '@/app/tenant';
import { useMore } from '@/parts/list/more';
import type { OrganizationRole } from '../organization';

export type RoleType = OrganizationRole['type'];

/** The roles of the template for people or for machines; the button reads on where there are more. */
export function useTemplateRoles(type: RoleType) {
  const api = useApi();
  const found = useMore(['organization-roles', 'all'], (page, signal) => rows(api.GET('/api/organization-roles', { params: query(page), signal })));
  return { ...found, rows: found.rows?.filter((role) => role.type === type) };
}

/** Sets the roles of a machine in an organization; the API takes a whole set only where it is not empty. */
export const setMachineRoles = (api: Api, at: { id: string; applicationId: string }, roleIds: string[], held: { id: string }[]): Promise<unknown> =>
  roleIds.length
    ? body(api.PUT('/api/organizations/{id}/applications/{applicationId}/roles', { params: { path: at }, body: { organizationRoleIds: roleIds } }))
    : Promise.all(held.map((role) => body(api.DELETE('/api/organizations/{id}/applications/{applicationId}/roles/{organizationRoleId}', { params: { path: { ...at, organizationRoleId: role.id } } }))));
