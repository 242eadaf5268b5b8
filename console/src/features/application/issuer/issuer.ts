import type { Input } from '@/app/api/client';
import { isSecureAddress, keySetProblem } from '../keys';

type Wanted = Input<'post', '/api/applications/{id}/trusted-issuers'>;
export type Subject = Wanted['subject'];

export const subjects: Subject[] = ['email', 'id', 'identity'];

/** An issuer as it is written in the form. */
export interface Draft {
  issuer: string;
  keys: 'address' | 'given';
  jwksUri: string;
  jwks: string;
  subject: Subject;
  target: string;
  audience: string;
}

export const empty: Draft = { issuer: '', keys: 'address', jwksUri: '', jwks: '', subject: 'email', target: '', audience: '' };

/** What has to be mended, by the phrase that says it. */
export const problemsOf = ({ issuer, keys, jwksUri, jwks, subject, target }: Draft) => ({
  issuer: issuer.trim() ? undefined : ('issuerMissing' as const),
  jwksUri: keys === 'address' && !isSecureAddress(jwksUri.trim()) ? ('noSecureAddress' as const) : undefined,
  jwks: keys === 'given' ? keySetProblem(jwks) : undefined,
  target: subject === 'identity' && !target.trim() ? ('targetMissing' as const) : undefined,
});

/** What is sent: keys either given or at an address, and a target only where subjects are identities. */
export const inputOf = ({ issuer, keys, jwksUri, jwks, subject, target, audience }: Draft): Wanted => ({
  issuer: issuer.trim(),
  subject,
  ...(keys === 'address' ? { jwksUri: jwksUri.trim() } : { jwks: JSON.parse(jwks) as Wanted['jwks'] }),
  ...(subject === 'identity' && { target: target.trim() }),
  ...(audience.trim() && { audience: audience.trim() }),
});
