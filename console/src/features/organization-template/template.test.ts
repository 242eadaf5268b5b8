import { describe, expect, it } from 'vitest';
import { apisOf, draftOf, type OrganizationRole } from './template';

const scopes = [{ id: 's', name: 'read:books', description: null }];

describe('the organization template', () => {
  it('offers the permissions of APIs that have some, without the Management API', () => {
    const books = { id: 'b', name: 'Books', indicator: 'https://books.example/api', scopes };
    expect(apisOf([books, { ...books, id: 'e', scopes: [] }, { ...books, id: 'm', indicator: 'https://default.logto.app/api' }])).toEqual([books]);
  });

  it('shows a role as it is held', () => {
    const role = { id: 'r', name: 'Clerk', description: null, type: 'User' } as OrganizationRole;
    expect(draftOf({ role, scopes: ['a'], resourceScopes: ['s'] })).toEqual({ name: 'Clerk', description: '', scopes: ['a'], resourceScopes: ['s'] });
  });
});
