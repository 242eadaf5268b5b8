import { expect, test } from 'vitest';
import { problemsOf, type VerificationFile } from './verificationFile';

const file = (path: string, content = 'proof', contentType: VerificationFile['contentType'] = 'text/plain'): VerificationFile => ({ path, content, contentType });

test('a file stands at the root with an ending, or below /.well-known', () => {
  for (const path of ['/proof.txt', '/google1234.html', '/.well-known/proof', '/.well-known/acme/a.b']) expect(problemsOf(file(path), [])).toEqual({});
  for (const path of ['', 'proof.txt', '/proof', '/a/b.txt', '/.well-known/', '/.well-known/.x', '/..txt']) expect(problemsOf(file(path), []).path).toBe('path');
});

test('no two have one path', () => {
  expect(problemsOf(file('/a.txt'), [file('/a.txt')])).toEqual({ path: 'taken' });
});

test('JSON is one, and nothing is empty', () => {
  expect(problemsOf(file('/a.json', '{', 'application/json'), [])).toEqual({ content: 'json' });
  expect(problemsOf(file('/a.json', '{}', 'application/json'), [])).toEqual({});
  expect(problemsOf(file('/a.txt', ''), [])).toEqual({ content: 'content' });
});
