package io.gatehouse.interaction.form;

import io.gatehouse.platform.crypto.Digests;

/**
 * Proves that a form was sent from a page of ours to this browser: derived from a secret that only
 * a cookie of the browser holds. The same in every form, so that a page may be open twice.
 */
public final class FormToken {
  private static final int LENGTH = 32;

  private FormToken() {}

  /** The token of pages that belong to this secret. */
  public static String of(String secret) {
    return Digests.sha256Hex("form token of " + secret).substring(0, LENGTH);
  }

  /** Whether the form has it. */
  public static boolean matches(String secret, String presented) {
    return Digests.equal(of(secret), presented);
  }
}
