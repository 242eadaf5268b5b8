package io.gatehouse.credential;

/**
 * Whether a password was the right one.
 *
 * @param matches the password is right
 * @param needsRehash it is right, and its stored hash is weaker than what a new password gets: hash
 *     it anew and store that
 */
public record Verification(boolean matches, boolean needsRehash) {
  static final Verification WRONG = new Verification(false, false);
}
