import { describe, expect, it } from 'vitest';
import type { Method } from '../experience';
import { adapted, bothSteps, chosenFactors, obstacle, type Factor } from './factor';

const byCode: Method = { identifier: 'email', password: true, verificationCode: true, isPasswordPrimary: true };
const settings = (factors: Factor[], ...methods: Method[]) => ({ mfa: { factors, policy: 'NoPrompt' as const }, signIn: { methods } });

describe('factors', () => {
  it('let backup codes stand beside another, never alone', () => {
    expect(obstacle('BackupCode', settings([]))).toBe('alone');
    expect(obstacle('BackupCode', settings(['Totp']))).toBeUndefined();
    expect(chosenFactors(['Totp', 'BackupCode'], 'Totp', false)).toEqual([]);
    expect(chosenFactors(['Totp', 'WebAuthn', 'BackupCode'], 'Totp', false)).toEqual(['WebAuthn', 'BackupCode']);
    expect(chosenFactors(['Totp'], 'BackupCode', true)).toEqual(['Totp', 'BackupCode']);
  });

  it('leave nobody a choice where they are shown at unusual sign-ins alone', () => {
    const { mfa } = settings(['Totp']);
    expect(adapted(mfa, true)).toEqual({ mfa: { factors: ['Totp'], policy: 'PromptAtSignInAndSignUpMandatory' }, adaptiveMfa: { enabled: true } });
    expect(adapted(mfa, false)).toEqual({ mfa: { factors: ['Totp'], policy: 'PromptAtSignInAndSignUp' }, adaptiveMfa: { enabled: false } });
  });

  it('are no codes that are the first step already', () => {
    expect(obstacle('EmailVerificationCode', settings([], byCode))).toBe('firstStep');
    expect(obstacle('PhoneVerificationCode', settings([], byCode))).toBeUndefined();
    expect(obstacle('EmailVerificationCode', settings([], { ...byCode, verificationCode: false }))).toBeUndefined();
    expect(bothSteps(settings(['Totp', 'EmailVerificationCode'], byCode))).toEqual(['EmailVerificationCode']);
    expect(bothSteps(settings(['Totp'], byCode))).toEqual([]);
  });
});
