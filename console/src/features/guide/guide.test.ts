import { describe, expect, it } from 'vitest';
import { frameworks } from '../application/framework/frameworks';
import english from './phrases/en.json';
import { adapted, excerpt, filled, guideIds, loadGuide, picked, placeholder } from './guide';
import { tokens } from './highlight';

const values = {
  endpoint: 'https://id.example',
  issuer: 'https://id.example/oidc',
  appId: 'app1',
  appSecret: 's3cret',
  redirectUri: 'http://localhost:3000/callback',
  signOutUri: 'http://localhost:3000/',
  managementApi: 'https://default.logto.app/api',
};

describe.each(guideIds)('the guide %s', (id) => {
  it('has phrases for each of its steps and knows every value that it asks for', async () => {
    const guide = await loadGuide(id);
    expect(new Set(guide.steps.map(({ kind }) => kind)).size).toBe(guide.steps.length);
    for (const { kind, note, snippets = [] } of guide.steps) {
      expect(english.step[kind]).toBeDefined();
      if (note) expect(english.note).toHaveProperty(note);
      for (const { text, language } of snippets) {
        expect([...filled(text, values).matchAll(placeholder)].map(([, name]) => name)).toEqual([]);
        const shown = tokens(text, language).map((token) => (token.kind === 'v' ? `{{${token.text}}}` : token.text));
        expect(shown.join('')).toBe(text);
      }
    }
  });
});

it('every card has its guide, and names no card twice', () => {
  expect(frameworks.filter(({ guide }) => !guideIds.includes(guide))).toEqual([]);
  expect(new Set(frameworks.map(({ id }) => id)).size).toBe(frameworks.length);
});

it('the Flask guide is the tested sample with the values of the application', async () => {
  const { steps } = await loadGuide('flask');
  const code = steps.flatMap(({ snippets = [] }) => snippets).map(({ text }) => filled(text, values)).join('');
  expect(code).toContain('appSecret="s3cret"');
  expect(code).toContain('client.signOut(postLogoutRedirectUri="http://localhost:3000/")');
  expect(code).not.toContain('os.environ["');
});

it('a sample that has changed is noticed', () => {
  expect(() => adapted('a = 1', [['b', 'c']])).toThrow('the sample has no b');
  expect(() => excerpt('a = 1', 'b')).toThrow('the sample has no b');
  expect(() => picked('a\nb', ['b', 'a'])).toThrow('the sample has no a');
});
