import { describe, expect, it } from 'vitest';
import { draftOf, rulesOf, shutsOut, type Rules } from './access';

const rules: Rules = { userIds: ['u'], userRoleIds: ['r'], organizationIds: [], organizationRoleRules: [{ organizationId: 'o', organizationRoleIds: ['admin'] }] };
const nobody = { on: true, roles: [], people: [], organizations: [] };

describe('who gets in', () => {
  it('comes back as it was, with the rules that have no field', () => {
    expect(rulesOf(rules, draftOf({ on: true, rules }))).toEqual(rules);
    expect(rulesOf(rules, { ...nobody, organizations: ['p'] })).toEqual({ userIds: [], userRoleIds: [], organizationIds: ['p'], organizationRoleRules: rules.organizationRoleRules });
  });

  it('is somebody, once it is switched on', () => {
    const none = { ...rules, organizationRoleRules: [] };
    expect(shutsOut(none, nobody)).toBe(true);
    expect(shutsOut(none, { ...nobody, on: false })).toBe(false);
    expect(shutsOut(none, { ...nobody, people: ['u'] })).toBe(false);
    expect(shutsOut(rules, nobody)).toBe(false);
  });
});
