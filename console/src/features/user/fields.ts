import type { TFunction } from 'i18next';

interface Identifiers {
  username: string;
  primaryEmail: string;
  primaryPhone: string;
}

/** What is wrong with what was typed, in words, by field. */
export function problems({ username, primaryEmail, primaryPhone }: Identifiers, t: TFunction<'user'>): Record<string, string> {
  const wrong: Record<string, string> = {};
  if (username && !/^[A-Z_a-z]\w*$/.test(username)) wrong.username = t('wrongUsername');
  if (primaryEmail && !/^\S+@\S+\.\S+$/.test(primaryEmail)) wrong.primaryEmail = t('wrongEmail');
  if (primaryPhone && !/^\+?[\d\s().-]{5,}$/.test(primaryPhone)) wrong.primaryPhone = t('wrongPhone');
  return wrong;
}
