import { query, rows } from '@/app/api/client';
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
