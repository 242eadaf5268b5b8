package io.gatehouse.user.mfa;

import io.gatehouse.branding.Policies.Factor;

/** The kinds of factors that are kept; the names are those of the wire. */
public enum FactorType {
  Totp(Factor.TOTP),
  WebAuthn(Factor.WEB_AUTHN),
  BackupCode(Factor.BACKUP_CODE);

  private final Factor factor;

  FactorType(Factor factor) {
    this.factor = factor;
  }

  /** As settings call it. */
  Factor factor() {
    return factor;
  }
}
