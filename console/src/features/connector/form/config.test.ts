import { describe, expect, it } from 'vitest';
import { begin, check, configOf, isSecret, isShown, mergeValues, refused } from './config';
import { targetFor } from './LookFields';
import { inUse, newConnectorId, type FormItem, type UseOfConnectors } from '../connector';

const items: FormItem[] = [
  { key: 'clientId', type: 'Text', label: 'Client ID', required: true },
  { key: 'clientSecret', type: 'Text', label: 'Client Secret', required: true },
  { key: 'method', type: 'Select', label: 'Method', required: true, defaultValue: 'post' },
  { key: 'algorithm', type: 'Select', label: 'Algorithm', required: true, defaultValue: 'HS256', showConditions: [{ targetKey: 'method', expectValue: 'jwt' }] },
  { key: 'port', type: 'Number', label: 'Port' },
  { key: 'map', type: 'Json', label: 'Map', defaultValue: { id: 'sub' } },
  { key: 'on', type: 'Switch', label: 'On' },
];

describe('the form of a connector', () => {
  it('begins with the standard values, or with those that are saved', () => {
    expect(begin(items)).toMatchObject({ clientId: '', method: 'post', map: '{\n  "id": "sub"\n}', on: false });
    expect(begin(items, { clientId: 'c', port: 25 })).toMatchObject({ clientId: 'c', port: '25', map: '' });
  });

  it('asks only for what is shown', () => {
    expect(isShown(items[3]!, { method: 'post' })).toBe(false);
    expect(check(items, { ...begin(items), algorithm: '' })).toEqual({ clientId: 'required', clientSecret: 'required' });
    expect(check(items, { ...begin(items), clientId: 'c', clientSecret: 's', method: 'jwt', algorithm: '' })).toEqual({ algorithm: 'required' });
  });

  it('tells numbers and JSON that are none', () => {
    expect(check(items, { ...begin(items), clientId: 'c', clientSecret: 's', port: 'x', map: '{' })).toEqual({ port: 'number', map: 'json' });
  });

  it('makes a configuration without what is empty, and keeps what it does not know', () => {
    const values = { ...begin(items), clientId: ' c ', clientSecret: 's', port: '25' };
    expect(configOf(items, values, { oneTap: { on: true }, algorithm: 'HS512' })).toEqual({
      clientId: 'c',
      clientSecret: 's',
      method: 'post',
      port: 25,
      map: { id: 'sub' },
      on: false,
      oneTap: { on: true },
    });
  });

  it('shows the server’s refusal at its field', () => {
    const data = { issues: [{ path: ['map', 'id'], message: 'Expected string.' }, { path: ['other'], message: 'x' }] };
    expect(refused(data, items)).toEqual({ map: { message: 'id: Expected string.' } });
    expect(refused(undefined, items)).toEqual({});
  });

  it('joins what two people have changed, and tells where both did', () => {
    const from = { a: '1', b: '1', c: '1', d: '1' };
    expect(mergeValues(from, { ...from, a: '2', b: '2', d: '3' }, { ...from, b: '3', c: '3', d: '3' })).toEqual({
      merged: { a: '2', b: '2', c: '3', d: '3' },
      clashes: ['b'],
    });
  });

  it('hides secrets', () => {
    expect(items.filter(isSecret).map((item) => item.key)).toEqual(['clientSecret']);
  });
});

describe('a connector', () => {
  const settings: UseOfConnectors = {
    socialSignInConnectorTargets: ['huggingface'],
    signIn: { methods: [{ identifier: 'email', verificationCode: true }] },
    signUp: { identifiers: ['username'] },
    forgotPasswordMethods: null,
  };

  it('is in use when the sign-in pages need it', () => {
    expect(inUse({ type: 'Social', target: 'huggingface' }, settings)).toBe(true);
    expect(inUse({ type: 'Social', target: 'github' }, settings)).toBe(false);
    expect(inUse({ type: 'Email', target: 'smtp' }, settings)).toBe(true);
    expect(inUse({ type: 'Sms', target: 'twilio-sms' }, settings)).toBe(false);
  });

  it('gets an identifier of the convention', () => {
    expect(newConnectorId()).toMatch(/^[0-9a-z]{12}$/);
    expect(newConnectorId()).not.toBe(newConnectorId());
  });
});

it('proposes a target for any name, in any script', () => {
  expect(targetFor('Lighthouse & Söhne', 'oauth2')).toBe('lighthouse-sohne');
  expect(targetFor('港湾', 'oauth2')).toBe('oauth2');
  expect(targetFor(' ', 'oauth2')).toBe('');
});
