import { describe, expect, it } from 'vitest';
import { ApiError } from '@/app/api/error';
import { wordsOf } from './words';

const refused = (data: unknown) => new ApiError(400, 'connector.general', 'No.', data);

describe('what a service said', () => {
  it('is shown as it came', () => {
    expect(wordsOf(refused('30'))).toBe('30');
    expect(wordsOf(refused({ errors: [{ message: 'bad key' }] }))).toContain('"message": "bad key"');
  });

  it('is not repeated where the message has it', () => {
    expect(wordsOf(refused({ issues: [], name: 'ZodError' }))).toBeUndefined();
    expect(wordsOf(refused({ errorDescription: 'No template.' }))).toBeUndefined();
    expect(wordsOf(refused(undefined))).toBeUndefined();
    expect(wordsOf(new Error('offline'))).toBeUndefined();
  });
});
