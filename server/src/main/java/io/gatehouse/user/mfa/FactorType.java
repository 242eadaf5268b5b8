package io.gatehouse.user.mfa;

/** The kinds of factors that are kept; the names are those of the wire. */
enum FactorType {
  Totp,
  WebAuthn,
  BackupCode
}
