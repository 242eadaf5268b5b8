import { describe, expect, it } from 'vitest';
import { draftOf, exampleOf, inputOf, moved, problemOf, type DetailType, type Field } from './detail';

const payment: DetailType = {
  id: 'p',
  type: 'payment',
  displayName: 'Make a payment',
  resource: 'https://bank.example/api',
  fields: [
    { name: 'amount', label: 'Amount', kind: 'number', required: true },
    { name: 'currency', kind: 'text', values: ['EUR', 'USD'] },
  ],
  createdAt: 1,
};
const field = (name: string, more: Partial<Field> = {}): Field => ({ key: name, name, label: '', kind: 'text', required: false, values: '', ...more });

describe('a type of authorization details', () => {
  it('comes back as it was', () => {
    const { displayName, type, resource, fields } = payment;
    expect(inputOf(draftOf(payment))).toEqual({ displayName, type, resource, fields });
    expect(inputOf({ ...draftOf(payment), resource: '' })).not.toHaveProperty('resource');
  });

  it('keeps values for kinds that have some', () => {
    expect(inputOf({ displayName: 'x', type: 'x', resource: '', fields: [field('n', { kind: 'number', values: 'EUR' }), field('t', { values: ' EUR \n\nEUR\nUSD' })] }).fields).toEqual([
      { name: 'n', kind: 'number' },
      { name: 't', kind: 'text', values: ['EUR', 'USD'] },
    ]);
  });

  it('shows what an application sends', () => {
    expect(exampleOf(draftOf(payment))).toEqual({ type: 'payment', amount: 12.5, currency: 'EUR' });
  });

  it('has fields with names of their own', () => {
    const others = [field('amount')];
    expect(problemOf(field(' '), others)).toBe('nameMissing');
    expect(problemOf(field('type'), others)).toBe('nameReserved');
    expect(problemOf(field('x', { name: ' amount ' }), others)).toBe('nameTaken');
    expect(problemOf(field('amount'), others)).toBeUndefined();
    expect(problemOf(field('v', { values: 'x'.repeat(257) }), others)).toBe('tooManyValues');
  });

  it('moves fields', () => {
    expect([moved([1, 2, 3], 0, 2), moved([1, 2, 3], 2, 0), moved([1, 2, 3], 1, 0)]).toEqual([[2, 3, 1], [3, 1, 2], [2, 1, 3]]);
  });
});
