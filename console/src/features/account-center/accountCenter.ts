import type { Answer, Input } from '@/app/api/client';

export type AccountCenter = Answer<'get', '/api/account-center'>;
export type Control = 'Off' | 'ReadOnly' | 'Edit';

export const controls = ['Off', 'ReadOnly', 'Edit'] as const;

/** What an account holds, in the order of the page. */
export const fields = ['name', 'avatar', 'profile', 'username', 'email', 'phone', 'password', 'mfa', 'passkey', 'social', 'session', 'trustedDevice', 'customData', 'data'] as const;
export type Field = (typeof fields)[number];

export interface Draft extends Record<Field, Control> {
  enabled: boolean;
  /** The questions of the profile page by name; none where it shows the usual ones. */
  profileFields: string[] | null;
  webauthnRelatedOrigins: string[];
  deleteAccountUrl: string;
  customCss: string;
}

export const draftOf = (saved: AccountCenter): Draft => ({
  ...(Object.fromEntries(fields.map((field) => [field, saved.fields[field] ?? 'Off'])) as Record<Field, Control>),
  enabled: saved.enabled,
  profileFields: saved.profileFields?.map(({ name }) => name) ?? null,
  webauthnRelatedOrigins: saved.webauthnRelatedOrigins,
  deleteAccountUrl: saved.deleteAccountUrl ?? '',
  customCss: saved.customCss ?? '',
});

/** What is sent: the fields are written whole, so those that nobody changed here come along as they are now. */
export function patchOf(changes: Partial<Draft>, saved: AccountCenter): Input<'patch', '/api/account-center'> {
  const { enabled, profileFields, webauthnRelatedOrigins: origins, deleteAccountUrl, customCss, ...changed } = changes;
  return {
    ...(enabled !== undefined && { enabled }),
    ...(profileFields !== undefined && { profileFields: profileFields?.map((name) => ({ name })) ?? null }),
    ...(Object.keys(changed).length > 0 && { fields: { ...saved.fields, ...changed } }),
    ...(origins && { webauthnRelatedOrigins: origins.map((each) => each.trim()).filter(Boolean) }),
    ...(deleteAccountUrl !== undefined && { deleteAccountUrl: deleteAccountUrl.trim() || null }),
    ...(customCss !== undefined && { customCss: customCss.trim() ? customCss : null }),
  };
}
