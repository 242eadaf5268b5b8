package io.gatehouse.oidc.authorize.check;

import io.gatehouse.protocol.Pkce;
import org.jspecify.annotations.Nullable;

/**
 * Public clients must use PKCE, and those of FAPI [§5.3.2.2]; other confidential ones may. [RFC
 * 9700 §2.1.1]
 */
final class PkceCheck {
  private PkceCheck() {}

  /** The challenge that the code's verifier has to meet. */
  static @Nullable String read(Asking asking) {
    return Pkce.challenge(
        asking.parameters().get("code_challenge"),
        asking.parameters().get("code_challenge_method"),
        asking.client().mustUsePkce());
  }
}
