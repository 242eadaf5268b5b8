import type { Answer } from '@/app/api/client';

export type Rules = Answer<'get', '/api/applications/{id}/access-control'>;

/** Who gets in: whether only some do, and which. */
export interface Access {
  on: boolean;
  rules: Rules;
}

export interface Draft {
  on: boolean;
  roles: string[];
  people: string[];
  organizations: string[];
}

export const draftOf = ({ on, rules }: Access): Draft => ({ on, roles: rules.userRoleIds, people: rules.userIds, organizations: rules.organizationIds });

/** All rules; those that have no field here stay as they are. */
export const rulesOf = (before: Rules, now: Draft): Rules => ({ ...before, userRoleIds: now.roles, userIds: now.people, organizationIds: now.organizations });

/** Nobody at all would get in. */
export const shutsOut = (before: Rules, now: Draft) => now.on && !now.roles.length && !now.people.length && !now.organizations.length && !before.organizationRoleRules.length;
