import { expect, test } from 'vitest';
import { draftOf, patchOf, type AccountCenter } from './accountCenter';

const saved: AccountCenter = {
  tenantId: 'default',
  id: 'default',
  enabled: false,
  fields: { name: 'Edit', email: 'ReadOnly' },
  webauthnRelatedOrigins: [],
  deleteAccountUrl: null,
  customCss: '.gh-card {}',
  profileFields: null,
};

test('what is not set is off', () => {
  expect(draftOf(saved)).toMatchObject({ name: 'Edit', email: 'ReadOnly', phone: 'Off', deleteAccountUrl: '' });
});

test('fields that nobody changed come along, and nothing else does', () => {
  expect(patchOf({ phone: 'Edit' }, saved)).toEqual({ fields: { name: 'Edit', email: 'ReadOnly', phone: 'Edit' } });
  expect(patchOf({ enabled: true }, saved)).toEqual({ enabled: true });
});

test('what is emptied is cleared', () => {
  expect(patchOf({ deleteAccountUrl: ' ', customCss: '\n', webauthnRelatedOrigins: ['', ' https://a.example '] }, saved)).toEqual({ deleteAccountUrl: null, customCss: null, webauthnRelatedOrigins: ['https://a.example'] });
});
