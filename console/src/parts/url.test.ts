import { expect, test } from 'vitest';
import { isOrigin } from './url';

test('an origin has no path', () => {
  expect(isOrigin('https://shop.example')).toBe(true);
  expect(isOrigin('https://shop.example/')).toBe(false);
  expect(isOrigin('shop.example')).toBe(false);
});
