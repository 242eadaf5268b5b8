import type { Input } from '@/app/api/client';
import { isSecureAddress, keySetProblem } from '../keys';

type Wanted = Input<'post', '/api/applications/{id}/trusted-issuers'>;
export type Subject = Wanted['subject'];

export const subjects: Subject[] = ['email', 'id', 'identity'];

/** The keys of an issuer as they are written in a form: where they are published, or themselves. */
export interface KeyDraft {
  keys: 'address' | 'given';
  jwksUri: string;
  jwks: string;
}

/** An issuer as it is written in the form. */
export interface Draft extends KeyDraft {
  issuer: string;
  subject: Subject;
  target: string;
  audience: string;
}

export const noKeys: KeyDraft = { keys: 'address', jwksUri: '', jwks: '' };
export const empty: Draft = { issuer: '', ...noKeys, subject: 'email', target: '', audience: '' };

/** What of the keys has to be mended, by the phrase that says it. */
export const keyProblemsOf = ({ keys, jwksUri, jwks }: KeyDraft) => ({
  jwksUri: keys === 'address' && !isSecureAddress(jwksUri.trim()) ? ('noSecureAddress' as const) : undefined,
  jwks: keys === 'given' ? keySetProblem(jwks) : undefined,
});

/** The keys as they are sent: either given or at an address. */
export const keysOf = ({ keys, jwksUri, jwks }: KeyDraft) => (keys === 'address' ? { jwksUri: jwksUri.trim() } : { jwks: JSON.parse(jwks) as NonNullable<Wanted['jwks']> });

/** What has to be mended, by the phrase that says it. */
export const problemsOf = ({ issuer, subject, target, ...keys }: Draft) => ({
  issuer: issuer.trim() ? undefined : ('issuerMissing' as const),
  ...keyProblemsOf(keys),
  target: subject === 'identity' && !target.trim() ? ('targetMissing' as const) : undefined,
});

/** What is sent: a target only where subjects are identities. */
export const inputOf = ({ issuer, subject, target, audience, ...keys }: Draft): Wanted => ({
  issuer: issuer.trim(),
  subject,
  ...keysOf(keys),
  ...(subject === 'identity' && { target: target.trim() }),
  ...(audience.trim() && { audience: audience.trim() }),
});
