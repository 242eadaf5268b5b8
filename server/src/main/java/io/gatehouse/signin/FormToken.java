package io.gatehouse.signin;

import io.gatehouse.interaction.Interaction;
import io.gatehouse.platform.crypto.Digests;

/**
 * Proves that a form was sent from a page of this interaction: derived from its secret id, which
 * only the browser's cookie holds. The same in every form, so that a page may be open twice.
 */
final class FormToken {
  private static final int LENGTH = 32;

  private FormToken() {}

  static String of(Interaction interaction) {
    return Digests.sha256Hex("form token of " + interaction.id()).substring(0, LENGTH);
  }

  static boolean matches(Interaction interaction, String presented) {
    return Digests.equal(of(interaction), presented);
  }
}
