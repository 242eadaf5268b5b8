import type { Answer, Row } from '@/app/api/client';

/** A role that members of every organization can have. */
export type OrganizationRole = Answer<'get', '/api/organization-roles/{id}'>;
export type ListedRole = Row<'/api/organization-roles'>;

/** What such a role can hold. */
export type OrganizationScope = Row<'/api/organization-scopes'>;

/** An API with its permissions. */
export interface Resource {
  id: string;
  name: string;
  indicator: string;
  scopes?: { id: string; name: string; description: string | null }[];
}

/** A role with what it holds. */
export interface HeldRole {
  role: OrganizationRole;
  scopes: string[];
  resourceScopes: string[];
}

export const draftOf = ({ role, scopes, resourceScopes }: HeldRole) => ({ name: role.name, description: role.description ?? '', scopes, resourceScopes });
export type Draft = ReturnType<typeof draftOf>;

/** The APIs whose permissions an organization can pass on: never the Management API. */
export const apisOf = (resources: Resource[]) => resources.filter(({ indicator, scopes }) => scopes?.length && !indicator.endsWith('.logto.app/api'));
