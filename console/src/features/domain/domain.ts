import type { Row } from '@/app/api/client';

/** A domain as the Management API gives it. */
export type Domain = Row<'/api/domains'>;

/** How each state looks. */
export const looks = { PendingVerification: 'warn', PendingSsl: 'warn', Active: 'ok', Error: 'bad' } as const;

/** Domains as they are typed: one a line, or with commas. */
export const domainsIn = (text: string) => [...new Set(text.toLowerCase().split(/[\s,;]+/).filter(Boolean))];
export const isDomain = (domain: string) => domain.length <= 128 && /^([a-z\d]([a-z\d-]*[a-z\d])?\.)+[a-z]([a-z\d-]*[a-z\d])$/.test(domain);

/** Where the file is that proves a domain, in the place of a record; it holds the value of the TXT record. */
export const proofFile = ({ domain }: Domain) => `http://${domain}/.well-known/gatehouse-domain.txt`;
export const proofOf = ({ dnsRecords }: Domain) => dnsRecords.find(({ type }) => type === 'TXT')?.value;

/** The endpoint under another name. */
export function addressOf({ domain }: Domain, endpoint: string): string {
  const url = new URL(endpoint);
  url.hostname = domain;
  return url.origin;
}
