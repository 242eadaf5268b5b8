import { describe, expect, it } from 'vitest';
import { placeOf } from './code';

describe('the place of a failure', () => {
  it('is the first that the message or the stack names', () => {
    expect(placeOf('Expected ; but found x', undefined)).toBeUndefined();
    expect(placeOf('script.js:3:9 Expected ; but found x\nlet a b\n')).toEqual({ line: 3, column: 9 });
    expect(placeOf('nothing is not defined', 'at read (script.js:12:5)\nat runAction (script.js:2:1)')).toEqual({ line: 12, column: 5 });
  });
});
