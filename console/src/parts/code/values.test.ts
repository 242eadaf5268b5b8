import { describe, expect, it } from 'vitest';
import { linesOf, objectIn, variablesIn } from './values';

describe('variables', () => {
  it('come back as they were written', () => {
    const variables = { API_URL: 'https://stock.example/?a=b', TOKEN: 'x', EMPTY: '' };
    expect(variablesIn(linesOf(variables))).toEqual(variables);
    expect(variablesIn('\n  TOKEN = x \n\n')).toEqual({ TOKEN: 'x' });
    expect(variablesIn('')).toEqual({});
  });

  it.each(['TOKEN', '1ST=x', 'A B=c', 'A=1\nA=2', 'constructor=x\n='])('are not what %j says', (text) => {
    expect(variablesIn(text)).toBeUndefined();
  });
});

describe('a sample', () => {
  it('is an object', () => {
    expect(objectIn('{"a":1}')).toEqual({ a: 1 });
    expect([objectIn('[]'), objectIn('null'), objectIn('"a"'), objectIn('{')]).toEqual([undefined, undefined, undefined, undefined]);
  });
});
