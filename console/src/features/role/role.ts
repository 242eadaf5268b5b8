import { useQuery } from '@tanstack/react-query';
import { body, query, rows, type Api, type Rows } from '@/app/api/client';
import { useTenant } from '@/app/tenant';

/** Scopes under one name, for people or for machines. */
export interface Role {
  id: string;
  name: string;
  description: string;
  type: 'User' | 'MachineToMachine';
  isDefault: boolean;
}

/** A role of the list, with how many have it. */
export interface ListedRole extends Role {
  usersCount: number;
  applicationsCount: number;
}

/** A scope with the API that it belongs to. */
export interface RoleScope {
  id: string;
  name: string;
  description?: string | null;
  resource: { id: string; name: string; indicator: string };
}

interface Resource {
  id: string;
  name: string;
  indicator: string;
  scopes: { id: string; name: string; description?: string | null }[];
}

export function useRole(roleId: string) {
  const { id, api } = useTenant();
  return useQuery({
    queryKey: [id, 'role', roleId],
    queryFn: ({ signal }) => body(api.GET('/api/roles/{id}', { params: { path: { id: roleId } }, signal }) as never) as Promise<Role>,
  });
}

const management = /^https:\/\/[^./:?#\s]+\.logto\.app\/api$/;

/** The scopes that a role of this type may still get, whose name, text or API holds what was typed. */
export async function findScopes(api: Api, type: Role['type'], held: Set<string>, text: string, signal: AbortSignal): Promise<Rows<RoleScope>> {
  const all = (await body(api.GET('/api/resources', { params: query({ includeScopes: true }), signal }) as never)) as Resource[];
  const wanted = text.toLocaleLowerCase();
  const found = all
    .filter(({ indicator }) => type === 'MachineToMachine' || !management.test(indicator))
    .flatMap(({ scopes, ...resource }) => scopes.map((scope) => ({ ...scope, resource })))
    .filter(({ id }) => !held.has(id))
    .filter(({ name, description, resource }) => [name, description, resource.name].some((part) => part?.toLocaleLowerCase().includes(wanted)));
  return { rows: found.slice(0, 100), total: found.length };
}

/** Everything that a role grants. */
export const scopesOf = (api: Api, roleId: string, signal?: AbortSignal) =>
  rows(api.GET('/api/roles/{id}/scopes', { params: { path: { id: roleId } }, signal }) as never) as Promise<Rows<RoleScope>>;
