import { describe, expect, it } from 'vitest';
import { draftOf, inputOf, newDraft, optionsOf, problemsOf, type ProfileField } from './profileField';

const size: ProfileField = {
  tenantId: 'default',
  id: 'f1',
  name: 'companySize',
  type: 'Select',
  label: 'Company size',
  description: 'About',
  required: true,
  config: { options: [{ value: 'small', label: 'Up to ten people' }, { value: 'large' }] },
  createdAt: 0,
  sieOrder: 1,
};

describe('a profile field', () => {
  it('is sent as it came when nothing was changed', () => {
    expect(inputOf(draftOf(size), size)).toEqual({ type: 'Select', label: 'Company size', description: 'About', required: true, config: size.config });
  });

  it('keeps what the form does not show', () => {
    const born: ProfileField = { ...size, name: 'birthdate', type: 'Date', config: { format: 'custom', customFormat: 'yyyy' } };
    expect(inputOf(draftOf(born), born).config).toEqual(born.config);
    const name: ProfileField = { ...size, name: 'fullname', type: 'Fullname', config: { parts: [{ name: 'givenName', type: 'Text', label: 'First', enabled: true, required: true }] } };
    expect(inputOf(draftOf(name), name).config).toEqual({
      parts: [
        { name: 'givenName', type: 'Text', label: 'First', enabled: true, required: true },
        { name: 'middleName', type: 'Text', enabled: false, required: false },
        { name: 'familyName', type: 'Text', enabled: false, required: false },
      ],
    });
  });

  it('forgets the settings of a type that it no longer has', () => {
    expect(inputOf({ ...draftOf(size), type: 'Text', least: '2' }, size).config).toEqual({ minLength: 2, maxLength: undefined });
  });

  it('sends an emptied hint, and never asks for a tick', () => {
    expect(inputOf({ ...draftOf(size), description: ' ' }, size).description).toBe('');
    expect(inputOf({ ...newDraft('news', 'Checkbox'), label: 'News', required: true, ticked: true })).toEqual({ type: 'Checkbox', label: 'News', required: false, config: { defaultValue: 'true' } });
  });

  it('needs a key of its own, and a label where the pages have no word for it', () => {
    expect(problemsOf(newDraft('', 'Text'), [])).toEqual({ name: 'key', label: 'label' });
    expect(problemsOf({ ...newDraft('companySize', 'Text'), label: 'Size' }, ['companySize'])).toEqual({ name: 'taken' });
    expect(problemsOf(newDraft('nickname', 'Text'), [])).toEqual({});
    expect(problemsOf({ ...draftOf(size), label: '' }, ['companySize'], size)).toEqual({ label: 'label' });
  });

  it('has bounds that fit each other, choices that differ, and an expression that is one', () => {
    const own = { ...newDraft('own', 'Text'), label: 'Own' };
    expect(problemsOf({ ...own, least: '5', most: '3' }, [])).toEqual({ most: 'bounds' });
    expect(problemsOf({ ...own, least: '-1', most: 'many' }, [])).toEqual({ least: 'bound', most: 'bound' });
    expect(problemsOf({ ...own, type: 'Number', least: '-1.5' }, [])).toEqual({});
    expect(problemsOf({ ...own, type: 'Select' }, [])).toEqual({ options: 'options' });
    expect(problemsOf({ ...own, type: 'Select', options: 'a\na = A' }, [])).toEqual({ options: 'repeated' });
    expect(problemsOf({ ...own, type: 'Regex', format: '(' }, [])).toEqual({ format: 'expression' });
    const address = newDraft('address', 'Address');
    expect(problemsOf({ ...address, parts: address.parts.map((part) => ({ ...part, enabled: false })) }, [])).toEqual({ parts: 'parts' });
  });
});

describe('choices', () => {
  it('are read a line each, with a label where one is given', () => {
    expect(optionsOf(' small = Up to ten \n\nlarge\n=odd\nplain=')).toEqual([{ value: 'small', label: 'Up to ten' }, { value: 'large' }, { value: '=odd' }, { value: 'plain=' }]);
  });
});
