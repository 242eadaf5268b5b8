import { describe, expect, it } from 'vitest';
import { empty, inputOf, problemsOf } from './issuer';

const partner = { ...empty, issuer: ' https://partner.example ', jwksUri: 'https://partner.example/keys' };
const problems = (draft: typeof empty) => Object.fromEntries(Object.entries(problemsOf(draft)).filter(([, problem]) => problem));

describe('a trusted issuer', () => {
  it('is told with its keys and whom its subjects are', () => {
    expect(inputOf(partner)).toEqual({ issuer: 'https://partner.example', subject: 'email', jwksUri: 'https://partner.example/keys' });
    expect(inputOf({ ...partner, keys: 'given', jwks: '{"keys":[]}', subject: 'identity', target: 'harbour', audience: 'us' })).toEqual({
      issuer: 'https://partner.example',
      subject: 'identity',
      jwks: { keys: [] },
      target: 'harbour',
      audience: 'us',
    });
    expect(inputOf({ ...partner, target: 'left over' })).not.toHaveProperty('target');
  });

  it('says what is missing', () => {
    expect(problems(partner)).toEqual({});
    expect(problems(empty)).toEqual({ issuer: 'issuerMissing', jwksUri: 'noSecureAddress' });
    expect(problems({ ...partner, keys: 'given', jwks: '{}', subject: 'identity' })).toEqual({ jwks: 'noKeySet', target: 'targetMissing' });
  });
});
