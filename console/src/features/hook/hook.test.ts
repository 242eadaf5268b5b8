import { describe, expect, it } from 'vitest';
import { configOf, draftOf, eventsOf, headersIn, headerText, isReceiver, problemsOf, strayEvents, type Hook } from './hook';

const hook = {
  id: 'h',
  name: 'Ledger',
  event: null,
  events: ['User.Created'],
  config: { url: 'https://ledger.example/hook', headers: { 'X-Shop': 'books' }, retries: 3 },
  signingKey: 'k',
  enabled: true,
} as unknown as Hook;

describe('a webhook', () => {
  it('comes back as it was, with what has no field', () => {
    const draft = draftOf(hook);
    expect(configOf(hook.config, draft)).toEqual(hook.config);
    expect(Object.values(problemsOf(draft)).filter(Boolean)).toEqual([]);
  });

  it('reads headers a line each', () => {
    expect(headersIn('Authorization: Bearer a:b\n\n X-Shop:books ')).toEqual({ Authorization: 'Bearer a:b', 'X-Shop': 'books' });
    expect(headersIn('')).toEqual({});
    expect(['no colon', 'X Shop: a', 'A: 1\na: 2', ': x'].map(headersIn)).toEqual([undefined, undefined, undefined, undefined]);
    expect(headerText({ A: '1', B: '2' })).toBe('A: 1\nB: 2');
  });

  it('says what is missing', () => {
    expect(problemsOf({ name: ' ', url: 'ledger.example', headers: 'x', events: [] })).toEqual({ name: 'nameMissing', url: 'noAddress', headers: 'badHeaders', events: 'eventsMissing' });
    expect(['https://a.example', 'http://localhost:3000/x'].every(isReceiver)).toBe(true);
    expect(['ftp://a.example', 'a', ''].some(isReceiver)).toBe(false);
  });

  it('keeps the one event of a hook of old, and those that no group has', () => {
    expect(eventsOf({ event: 'PostSignIn', events: [] })).toEqual(['PostSignIn']);
    expect(eventsOf({ event: 'PostSignIn', events: ['User.Created'] })).toEqual(['User.Created']);
    expect(strayEvents(['User.Created', 'PostSignInAdaptiveMfaTriggered'])).toEqual(['PostSignInAdaptiveMfaTriggered']);
  });
});
