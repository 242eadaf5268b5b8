package io.gatehouse.signin.mfa;

import io.gatehouse.branding.IdentifierType;
import io.gatehouse.branding.Policies.Factor;
import io.gatehouse.branding.page.IdentifierKind;

/** A way by which codes arrive, under the names that rules, pages and settings have for it. */
record Channel(Factor factor, IdentifierType type, IdentifierKind kind) {
  private static final Channel EMAIL =
      new Channel(Factor.EMAIL_CODE, IdentifierType.EMAIL, IdentifierKind.EMAIL);
  private static final Channel PHONE =
      new Channel(Factor.PHONE_CODE, IdentifierType.PHONE, IdentifierKind.PHONE);

  /** The one that a path names. */
  static Channel of(String path) {
    return path.equals(Factor.PHONE_CODE.wire()) ? PHONE : EMAIL;
  }
}
