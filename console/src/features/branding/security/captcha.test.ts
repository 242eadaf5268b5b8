import { expect, test } from 'vitest';
import { configOf, draftOf, problemsOf, type CaptchaConfig } from './captcha';

const google: CaptchaConfig = { type: 'RecaptchaEnterprise', siteKey: 'site', secretKey: 'kept', projectId: 'project', mode: 'checkbox' };

test('the secret that is kept stays where no other is entered', () => {
  const draft = draftOf(google);
  expect(draft.secretKey).toBe('');
  expect(problemsOf(draft, google)).toEqual({});
  expect(configOf({ ...draft, siteKey: ' another ' }, google)).toEqual({ ...google, siteKey: 'another' });
});

test('another provider needs a secret of its own', () => {
  const draft = { ...draftOf(google), type: 'Turnstile' as const };
  expect(problemsOf(draft, google)).toEqual({ secretKey: 'required' });
  expect(configOf({ ...draft, secretKey: 'new' }, google)).toEqual({ type: 'Turnstile', siteKey: 'site', secretKey: 'new' });
});

test('Google needs a project, and a host that is one', () => {
  const draft = { ...draftOf(null), type: 'RecaptchaEnterprise' as const, siteKey: 'site', secretKey: 'secret', domain: 'https://www.recaptcha.net' };
  expect(problemsOf(draft, null)).toEqual({ projectId: 'required', domain: 'host' });
  expect(problemsOf({ ...draft, projectId: 'p', domain: 'www.recaptcha.net' }, null)).toEqual({});
});
