import { describe, expect, it } from 'vitest';
import { draftOf, isEmail, isLink, patchOf, problemsOf, type Organization } from './organization';

const harbour = {
  id: 'h',
  name: 'Harbour',
  description: null,
  customData: { plan: 'pro' },
  color: { primaryColor: '#115577', isDarkModeEnabled: true },
  branding: { logoUrl: 'https://h.example/logo.svg', favicon: 'https://h.example/icon.svg' },
} as unknown as Organization;

describe('an organization', () => {
  it('sends what was changed, and keeps what has no field', () => {
    const now = { ...draftOf(harbour), darkLogo: 'https://h.example/dark.svg', colour: '' };
    expect(patchOf(harbour, { darkLogo: now.darkLogo, colour: '' }, now)).toEqual({
      branding: { logoUrl: 'https://h.example/logo.svg', darkLogoUrl: 'https://h.example/dark.svg', favicon: 'https://h.example/icon.svg' },
      color: { isDarkModeEnabled: true },
    });
    expect(patchOf(harbour, { darkFavicon: '', css: ' ', mfa: true }, { ...draftOf(harbour), css: ' ', mfa: true })).toEqual({ branding: harbour.branding, customCss: null, isMfaRequired: true });
    expect(patchOf(harbour, { data: '{"plan":"free"}' }, { ...now, data: '{"plan":"free"}' })).toEqual({ customData: { plan: 'free' } });
  });

  it('says what is wrong', () => {
    expect(Object.values(problemsOf(draftOf(harbour))).filter(Boolean)).toEqual([]);
    expect(problemsOf({ ...draftOf(harbour), name: ' ', darkFavicon: 'icon', darkColour: 'blue', data: '[]' })).toEqual({ name: 'nameMissing', pictures: 'noPicture', colours: true, data: 'noObject' });
  });

  it('knows addresses', () => {
    expect([isEmail(' mira@books.example '), isEmail('mira@books'), isEmail('mira')]).toEqual([true, false, false]);
    expect([isLink(' https://shop.example/join '), isLink('shop.example'), isLink('')]).toEqual([true, false, false]);
  });
});
