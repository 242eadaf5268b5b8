import type { Answer } from '@/app/api/client';

/** A service provider as the Management API gives it. */
export type SamlApplication = Answer<'get', '/api/saml-applications/{id}'>;

/** How people can be named, as the specification names it. */
export const nameIdFormats: [SamlApplication['nameIdFormat'], 'persistent' | 'emailAddress' | 'transient' | 'unspecified'][] = [
  ['urn:oasis:names:tc:SAML:2.0:nameid-format:persistent', 'persistent'],
  ['urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress', 'emailAddress'],
  ['urn:oasis:names:tc:SAML:2.0:nameid-format:transient', 'transient'],
  ['urn:oasis:names:tc:SAML:1.1:nameid-format:unspecified', 'unspecified'],
];

/** What can be told of a person. */
export const claims = [
  'sub',
  'name',
  'given_name',
  'family_name',
  'middle_name',
  'nickname',
  'preferred_username',
  'profile',
  'picture',
  'website',
  'email',
  'email_verified',
  'gender',
  'birthdate',
  'zoneinfo',
  'locale',
  'phone_number',
  'phone_number_verified',
  'address',
  'updated_at',
  'username',
  'created_at',
  'roles',
  'organizations',
  'organization_data',
  'organization_roles',
  'custom_data',
  'identities',
  'sso_identities',
] as const;

export type Claim = (typeof claims)[number];

export const postBinding = 'urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST';
