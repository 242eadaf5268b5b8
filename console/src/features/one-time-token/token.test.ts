import { describe, expect, it } from 'vitest';
import { isEmail, linkOf } from './token';

describe('the link with a one-time token', () => {
  it('carries the token and whom it is for', () => {
    const link = new URL(linkOf({ token: 'a+b&c', email: 'mira+1@books.example' }, 'https://shop.example/sign-in'));
    expect(link.origin + link.pathname).toBe('https://shop.example/sign-in');
    expect(Object.fromEntries(link.searchParams)).toEqual({ one_time_token: 'a+b&c', login_hint: 'mira+1@books.example' });
  });

  it('keeps what the page’s address had, but no token of before', () => {
    const link = new URL(linkOf({ token: 'new', email: 'mira@books.example' }, 'https://shop.example/?from=mail&one_time_token=old#top'));
    expect(link.search).toBe('?from=mail&one_time_token=new&login_hint=mira%40books.example');
    expect(link.hash).toBe('#top');
  });

  it('is for an address that the server takes', () => {
    expect(['mira@books.example', ' mira@books.example '].map(isEmail)).toEqual([true, true]);
    expect(['mira', 'mira@books', `${'m'.repeat(120)}@books.example`].map(isEmail)).toEqual([false, false, false]);
  });
});
