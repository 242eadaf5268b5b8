import { describe, expect, it } from 'vitest';
import { move } from '@/parts/list/move';
import { lighter } from './colour';
import { differences } from './difference';
import { choiceOf, chosen, previewLanguage, suited, type Connector, type Experience } from './experience';
import { changedTree, flatten, nest } from './phrase/tree';

const experience = {
  color: { primaryColor: '#1F5C4A', isDarkModeEnabled: true, darkPrimaryColor: '#7CC7AA' },
  signUp: { identifiers: ['username'], password: true, verify: false },
  signIn: { methods: [{ identifier: 'username', password: true, verificationCode: false, isPasswordPrimary: true }] },
  socialSignInConnectorTargets: ['github', 'google'],
  signInMode: 'SignInAndRegister',
  forgotPasswordMethods: null,
  signUpProfileFields: null,
  customCss: null,
  supportEmail: null,
} as unknown as Experience;
const connectors = [{ target: 'huggingface', name: { en: 'Hugging Face' } }, { target: 'github', name: { en: 'GitHub' } }] as unknown as Connector[];
const say = (key: string) => key;
const of = (draft: Partial<Experience>) => differences(experience, { ...experience, ...draft }, connectors, 'en', say);

describe('the difference that saving makes', () => {
  it('is nothing when nothing is changed', () => {
    expect(of({})).toEqual([]);
  });

  it('names single values with both states', () => {
    expect(of({ color: { ...experience.color, primaryColor: '#FF0000' } })).toEqual([
      { kind: 'changed', subject: { key: 'color.primaryColor' }, before: '#1F5C4A', after: '#FF0000' },
    ]);
    expect(of({ supportEmail: 'a@b.c' })).toEqual([{ kind: 'changed', subject: { key: 'supportEmail' }, before: 'difference.none', after: 'a@b.c' }]);
  });

  it('tells of providers what came, went and moved', () => {
    expect(of({ socialSignInConnectorTargets: ['huggingface', 'google', 'github'] })).toEqual([
      { kind: 'added', subject: { name: 'Hugging Face' }, where: 'social', values: { place: 1 } },
      { kind: 'moved', subject: { name: 'google' }, where: 'social', values: { from: 2, to: 2 } },
      { kind: 'moved', subject: { name: 'GitHub' }, where: 'social', values: { from: 1, to: 3 } },
    ]);
    expect(of({ socialSignInConnectorTargets: ['google'] })).toEqual([{ kind: 'removed', subject: { name: 'GitHub' }, where: 'social' }]);
  });

  it('calls values as the pages do', () => {
    expect(of({ signInMode: 'SignIn' })).toEqual([{ kind: 'changed', subject: { key: 'signInMode' }, before: 'mode.SignInAndRegister', after: 'mode.SignIn' }]);
    expect(of({ forgotPasswordMethods: ['EmailVerificationCode'] })).toEqual([{ kind: 'changed', subject: { key: 'forgotPasswordMethods' }, before: 'recovery.automatic', after: 'recovery.EmailVerificationCode' }]);
  });

  it('tells what newcomers are asked, by the names that the pages have', () => {
    expect(of({ signUpProfileFields: [{ name: 'companySize' }, { name: 'nickname' }] })).toEqual([
      { kind: 'added', subject: { name: 'companySize' }, where: 'form', values: { place: 1 } },
      { kind: 'added', subject: { name: 'profile.standard.nickname' }, where: 'form', values: { place: 2 } },
    ]);
  });

  it('says which proof comes first', () => {
    const methods = [{ ...experience.signIn.methods[0]!, verificationCode: true, isPasswordPrimary: false }];
    expect(of({ signIn: { methods } })).toEqual([
      { kind: 'changed', subject: { name: 'identifier.username' }, before: 'factor.password', after: 'factor.code → factor.password' },
    ]);
  });
});

describe('the sign-up identifier', () => {
  it('is one choice', () => {
    expect(choiceOf({ identifiers: ['phone', 'email'], password: false, verify: true })).toBe('emailOrPhone');
    expect(choiceOf({ identifiers: ['username', 'email'], password: true, verify: true })).toBe('other');
    expect(choiceOf({ identifiers: [], password: false, verify: false })).toBe('none');
  });

  it('brings along what it needs', () => {
    expect(chosen('email', experience.signUp)).toEqual({ identifiers: ['email'], password: true, verify: true });
    expect(chosen('none', experience.signUp)).toEqual({ identifiers: [], password: false, verify: false });
    expect(chosen('emailOrPhone', { ...experience.signUp, secondaryIdentifiers: [{ identifier: 'email', verify: true }, { identifier: 'username' }] })).toEqual({
      identifiers: ['email', 'phone'],
      password: true,
      verify: true,
      secondaryIdentifiers: [{ identifier: 'username' }],
    });
  });

  it('without a password needs codes at the sign-in', () => {
    const email = { identifier: 'email' as const, password: true, verificationCode: false, isPasswordPrimary: true };
    expect(suited([email], { identifiers: ['email'], password: false, verify: true })[0]?.verificationCode).toBe(true);
    expect(suited([email], { identifiers: ['email'], password: true, verify: true })[0]?.verificationCode).toBe(false);
  });
});

describe('a colour', () => {
  it('has a lighter relative for dark pages', () => {
    expect(lighter('#000')).toBe('#808080');
    expect(lighter('#1F5C4A')).toBe('#8FAEA5');
    expect(lighter('red')).toBe('red');
  });
});

describe('lists and trees', () => {
  it('moves one member', () => {
    expect(move(['a', 'b', 'c'], 0, 2)).toEqual(['b', 'c', 'a']);
    expect(move(['a', 'b', 'c'], 2, 0)).toEqual(['c', 'a', 'b']);
  });

  it('flattens words and nests them again', () => {
    const tree = { sign_in: { title: 'Hello', sub: { a: '1' } }, x: 'y' };
    expect(flatten(tree)).toEqual({ 'sign_in.title': 'Hello', 'sign_in.sub.a': '1', x: 'y' });
    expect(nest(flatten(tree))).toEqual(tree);
    expect(changedTree({ 'sign_in.title': 'Hi', 'sign_in.submit': '' })).toEqual({ sign_in: { title: 'Hi' } });
  });
});

describe('the preview', () => {
  const spoken = ['en', 'pt-BR', 'zh-CN', 'de'];

  it('begins in the language of the reader', () => {
    expect(previewLanguage('pt-BR', spoken, 'en')).toBe('pt-BR');
    expect(previewLanguage('de-AT', spoken, 'en')).toBe('de');
    expect(previewLanguage('pt', spoken, 'en')).toBe('pt-BR');
  });

  it('falls back where the pages do not speak it', () => {
    expect(previewLanguage('fr', spoken, 'de')).toBe('de');
    expect(previewLanguage('fr', [], 'en')).toBe('en');
  });
});
