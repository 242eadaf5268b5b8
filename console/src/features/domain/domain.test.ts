import { describe, expect, it } from 'vitest';
import { addressOf, domainsIn, isDomain, proofFile, proofOf, type Domain } from './domain';

const login: Domain = {
  id: 'd',
  domain: 'login.harbour.example',
  status: 'PendingVerification',
  errorMessage: null,
  dnsRecords: [
    { name: 'login.harbour.example', type: 'CNAME', value: 'id.example' },
    { name: '_gatehouse.login.harbour.example', type: 'TXT', value: 'gatehouse-domain-1' },
  ],
  createdAt: 0,
};

describe('domains', () => {
  it('are read as they are typed', () => {
    expect(domainsIn(' Harbour.example,quay.example; pier.example\nharbour.example ')).toEqual(['harbour.example', 'quay.example', 'pier.example']);
  });

  it('are told from what is none', () => {
    expect(['harbour.example', 'a-b.co', 'a.b.example', 'xn--bcher-kva.example', 'harbour.xn--p1ai'].every(isDomain)).toBe(true);
    expect(['', 'harbour', '@harbour.example', 'https://harbour.example', '-a.example', '*.harbour.example', '192.168.0.1', `${'a'.repeat(128)}.co`].some(isDomain)).toBe(false);
  });

  it('are proved by a record or a file, and serve with the port of the endpoint', () => {
    expect([proofFile(login), proofOf(login)]).toEqual(['http://login.harbour.example/.well-known/gatehouse-domain.txt', 'gatehouse-domain-1']);
    expect([addressOf(login, 'https://id.example'), addressOf(login, 'http://localhost:3001')]).toEqual(['https://login.harbour.example', 'http://login.harbour.example:3001']);
  });
});
