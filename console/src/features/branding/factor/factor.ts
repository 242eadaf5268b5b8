import type { Experience, Identifier } from '../experience';

/** What can prove, beside the first step, who somebody is; in the order in which the pages offer it. */
export const factors = ['WebAuthn', 'Totp', 'PhoneVerificationCode', 'EmailVerificationCode', 'BackupCode'] as const;
export type Factor = (typeof factors)[number];

/** When people are asked to set one up. */
export const policies = ['PromptAtSignInAndSignUp', 'PromptOnlyAtSignIn', 'NoPrompt', 'Mandatory'] as const;
/** The same where it is shown at unusual sign-ins alone, which leaves nobody a choice. */
export const adaptivePolicies = ['PromptAtSignInAndSignUpMandatory', 'PromptOnlyAtSignInMandatory'] as const;
/** One more may be stored, of earlier settings. */
export type Policy = (typeof policies)[number] | (typeof adaptivePolicies)[number] | 'UserControlled';

export interface Mfa {
  factors: Factor[];
  policy: Policy;
  organizationRequiredMfaPolicy?: 'NoPrompt' | 'Mandatory';
}

export interface PasskeySignIn {
  enabled?: boolean;
  showPasskeyButton?: boolean;
  allowAutofill?: boolean;
}

/** The settings of factors after it was chosen whether they are shown at unusual sign-ins alone; the policy goes along. */
export const adapted = (mfa: Mfa, on: boolean): Pick<Experience, 'mfa' | 'adaptiveMfa'> => ({ mfa: { ...mfa, policy: (on ? adaptivePolicies : policies)[0] }, adaptiveMfa: { enabled: on } });

/** Factors that are codes, and the address that they go to. */
const addresses: Partial<Record<Factor, Identifier>> = { EmailVerificationCode: 'email', PhoneVerificationCode: 'phone' };

type Settings = Pick<Experience, 'mfa' | 'signIn'>;

/** Whether codes to this address are the first step already, and so prove nothing more at the second. */
const isFirstStep = (factor: Factor, { signIn }: Settings) => signIn.methods.some(({ identifier, verificationCode }) => verificationCode && identifier === addresses[factor]);

/** The factors that are both steps at once, which cannot be saved. */
export const bothSteps = (settings: Settings): Factor[] => settings.mfa.factors.filter((factor) => isFirstStep(factor, settings));

/** Why a factor cannot be switched on. */
export function obstacle(factor: Factor, settings: Settings): 'alone' | 'firstStep' | undefined {
  if (factor === 'BackupCode') return settings.mfa.factors.some((each) => each !== 'BackupCode') ? undefined : 'alone';
  return isFirstStep(factor, settings) ? 'firstStep' : undefined;
}

/** The factors after one came or went; backup codes, which do not stand alone, go with the last other one. */
export function chosenFactors(before: Factor[], factor: Factor, on: boolean): Factor[] {
  const after = on ? [...before.filter((each) => each !== factor), factor] : before.filter((each) => each !== factor);
  return after.every((each) => each === 'BackupCode') ? [] : after;
}
