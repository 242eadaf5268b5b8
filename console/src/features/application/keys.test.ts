import { describe, expect, it } from 'vitest';
import { isSecureAddress, keySetProblem } from './keys';

describe('a set of keys', () => {
  it('is taken when all of them are public', () => {
    expect(keySetProblem('{"keys":[{"kty":"EC","crv":"P-256","x":"f83O","y":"x_FE"}]}')).toBeUndefined();
  });

  it('is refused with a private or a shared key', () => {
    expect(keySetProblem('{"keys":[{"kty":"EC","crv":"P-256","x":"f83O","y":"x_FE","d":"jpsQ"}]}')).toBe('privateKey');
    expect(keySetProblem('{"keys":[{"kty":"oct","k":"AyM1"}]}')).toBe('privateKey');
  });

  it.each(['', '{', 'null', '[]', '{"keys":[]}', '{"keys":["EC"]}', '{"kty":"EC"}'])('is not what %j says', (text) => {
    expect(keySetProblem(text)).toBe('noKeySet');
  });
});

describe('where keys are published', () => {
  it.each(['https://shop.example/jwks.json', 'http://localhost:8080/jwks', 'http://[::1]/keys'])('may be %s', (address) => {
    expect(isSecureAddress(address)).toBe(true);
  });

  it.each(['http://shop.example/jwks.json', 'shop.example', 'https://me@shop.example/', 'https://shop.example/#keys'])('may not be %s', (address) => {
    expect(isSecureAddress(address)).toBe(false);
  });
});
