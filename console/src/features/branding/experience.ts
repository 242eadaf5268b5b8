import { useQuery } from '@tanstack/react-query';
import { useOutletContext } from 'react-router';
import { body } from '@/app/api/client';
import { useTenant } from '@/app/tenant';
import type { Mfa, PasskeySignIn } from './factor/factor';

export type Identifier = 'username' | 'email' | 'phone';
export type SignUpIdentifier = Identifier | 'emailOrPhone';

export interface Method {
  identifier: Identifier;
  password: boolean;
  verificationCode: boolean;
  isPasswordPrimary: boolean;
}

export interface SignUp {
  identifiers: Identifier[];
  password: boolean;
  verify: boolean;
  secondaryIdentifiers?: { identifier: SignUpIdentifier; verify?: boolean }[];
}

export interface PasswordPolicy {
  length?: { min?: number; max?: number };
  characterTypes?: { min?: number };
  rejects?: { pwned?: boolean; repetitionAndSequence?: boolean; userInfo?: boolean; words?: string[] };
}

export interface UsernamePolicy {
  caseSensitive: boolean;
  minLength: number;
  maxLength: number;
  allowedChars: { lowercase: boolean; uppercase: boolean; numbers: boolean; underscore: boolean };
}

/** The sign-in settings that these pages change; the document holds more. */
export interface Experience {
  color: { primaryColor: string; isDarkModeEnabled: boolean; darkPrimaryColor: string };
  branding: { logoUrl?: string; darkLogoUrl?: string; favicon?: string; darkFavicon?: string };
  languageInfo: { autoDetect: boolean; fallbackLanguage: string };
  termsOfUseUrl: string | null;
  privacyPolicyUrl: string | null;
  agreeToTermsPolicy: 'Automatic' | 'ManualRegistrationOnly' | 'Manual';
  signIn: { methods: Method[] };
  signUp: SignUp;
  socialSignIn: { automaticAccountLinking?: boolean; skipRequiredIdentifiers?: boolean };
  socialSignInConnectorTargets: string[];
  signInMode: 'SignIn' | 'Register' | 'SignInAndRegister';
  customCss: string | null;
  /** The archive of the tenant's own pages; the product's are shown where there is none. */
  customUiAssets: { id: string; createdAt: number } | null;
  mfa: Mfa;
  adaptiveMfa: { enabled?: boolean };
  /** Missing where nobody has set it. */
  trustedDevice?: { enabled?: boolean; durationDays?: number };
  passkeySignIn: PasskeySignIn;
  usernamePolicy: UsernamePolicy;
  passwordPolicy: PasswordPolicy;
  captchaPolicy: { enabled?: boolean };
  sentinelPolicy: { maxAttempts?: number; lockoutDuration?: number };
  verificationCodePolicy: { expirationDuration?: number; maxRetryAttempts?: number };
  emailBlocklistPolicy: { blockSubaddressing?: boolean; customBlocklist?: string[]; customAllowlist?: string[] };
  passwordExpiration: { enabled?: boolean; validPeriodDays?: number };
  supportEmail: string | null;
  supportWebsiteUrl: string | null;
  unknownSessionRedirectUrl: string | null;
  /** Missing names mean every field there is. */
  signUpProfileFields: { name: string }[] | null;
  forgotPasswordMethods: ('EmailVerificationCode' | 'PhoneVerificationCode')[] | null;
}

export function useExperience() {
  const { id, api } = useTenant();
  return useQuery({
    queryKey: [id, 'sign-in-exp'],
    queryFn: ({ signal }) => body(api.GET('/api/sign-in-exp', { signal })) as unknown as Promise<Experience>,
  });
}

/** A connector as these pages need it. */
export interface Connector {
  id: string;
  connectorId: string;
  type: 'Social' | 'Email' | 'Sms';
  target: string;
  platform: string | null;
  name: Record<string, string>;
  logo: string;
  logoDark: string | null;
}

export function useConnectors() {
  const { id, api } = useTenant();
  return useQuery({
    queryKey: [id, 'connectors'],
    queryFn: ({ signal }) => body(api.GET('/api/connectors', { signal })) as unknown as Promise<Connector[]>,
  });
}

export interface Spoken {
  tag: string;
  name: string;
  builtIn: boolean;
}

/** The languages of the hosted pages, and those that can be added. */
export function useLanguages() {
  const { id, api } = useTenant();
  return useQuery({
    queryKey: [id, 'sign-in-languages'],
    queryFn: ({ signal }) =>
      body(api.GET('/api/sign-in-languages' as never, { signal } as never)) as unknown as Promise<{ languages: Spoken[]; addable: string[] }>,
  });
}

/** The language a preview begins with: the reader's where the pages speak it, or else the one they fall back to. */
export function previewLanguage(reader: string, spoken: string[], fallback: string): string {
  const primary = (tag: string) => tag.toLowerCase().split('-')[0];
  return spoken.find((tag) => tag.toLowerCase() === reader.toLowerCase()) ?? spoken.find((tag) => primary(tag) === primary(reader)) ?? fallback;
}

/** A language's words as they are being edited, for the preview. */
export interface WordsDraft {
  languageTag: string;
  translation: object;
}

/** What the studio hands to its tabs. */
export interface StudioContext {
  saved: Experience;
  draft: Experience;
  set: <K extends keyof Experience>(key: K, value: Experience[K]) => void;
  /** Shows words in the preview that are not saved. */
  tryWords: (words: WordsDraft | undefined) => void;
}

export const useStudio = () => useOutletContext<StudioContext>();

/** What is chosen as the sign-up identifier, as one word. */
export type SignUpChoice = SignUpIdentifier | 'none' | 'other';

export function choiceOf({ identifiers }: SignUp): SignUpChoice {
  if (identifiers.length === 0) return 'none';
  if (identifiers.length === 1) return identifiers[0]!;
  return identifiers.length === 2 && identifiers.includes('email') && identifiers.includes('phone') ? 'emailOrPhone' : 'other';
}

/** The sign-up settings after a choice: what an identifier needs comes along, what it excludes goes. */
export function chosen(choice: Exclude<SignUpChoice, 'other'>, before: SignUp): SignUp {
  if (choice === 'none') return { identifiers: [], password: false, verify: false };
  const identifiers: Identifier[] = choice === 'emailOrPhone' ? ['email', 'phone'] : [choice];
  const taken = new Set<string>(choice === 'emailOrPhone' ? ['email', 'phone', 'emailOrPhone'] : [choice, ...(choice === 'username' ? [] : ['emailOrPhone'])]);
  const secondary = before.secondaryIdentifiers?.filter((each) => !taken.has(each.identifier));
  return {
    identifiers,
    password: choice === 'username' ? true : before.password,
    verify: choice !== 'username',
    ...(secondary?.length && { secondaryIdentifiers: secondary }),
  };
}

/** Every way in by e-mail or phone also takes a code where new accounts have no password. */
export function suited(methods: Method[], signUp: SignUp): Method[] {
  const needsCode = signUp.verify && !signUp.password;
  return methods.map((method) => (needsCode && method.identifier !== 'username' && !method.verificationCode ? { ...method, verificationCode: true } : method));
}

/** Turns an empty text into none, as the API wants it. */
export const orNull = (text: string) => (text.trim() === '' ? null : text.trim());
