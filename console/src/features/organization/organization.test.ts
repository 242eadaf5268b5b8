import { describe, expect, it } from 'vitest';
import { domainsIn, draftOf, isDomain, isEmail, isLink, patchOf, problemsOf, type Organization } from './organization';

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
      color: { isDarkModeEnabled: true, primaryColor: undefined },
    });
    expect(patchOf(harbour, { data: '{"plan":"free"}' }, { ...now, data: '{"plan":"free"}' })).toEqual({ customData: { plan: 'free' } });
  });

  it('says what is wrong', () => {
    expect(Object.values(problemsOf(draftOf(harbour))).filter(Boolean)).toEqual([]);
    expect(problemsOf({ ...draftOf(harbour), name: ' ', logo: 'logo', colour: 'blue', data: '[]' })).toEqual({ name: 'nameMissing', pictures: 'noPicture', colour: 'noColour', data: 'noObject' });
  });

  it('knows domains and addresses', () => {
    expect(domainsIn(' Harbour.example,pier.example\nharbour.example ')).toEqual(['harbour.example', 'pier.example']);
    expect(['harbour.example', 'a.b.example'].every(isDomain)).toBe(true);
    expect(['harbour', '@harbour.example', 'https://harbour.example', '*.harbour.example'].some(isDomain)).toBe(false);
    expect([isEmail(' mira@books.example '), isEmail('mira@books'), isEmail('mira')]).toEqual([true, false, false]);
    expect([isLink(' https://shop.example/join '), isLink('shop.example'), isLink('')]).toEqual([true, false, false]);
  });
});
