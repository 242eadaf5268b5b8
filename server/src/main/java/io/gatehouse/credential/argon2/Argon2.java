package io.gatehouse.credential.argon2;

/**
 * The Argon2 function itself, whoever computes it. Source: <a
 * href="https://www.rfc-editor.org/rfc/rfc9106">RFC 9106</a>.
 */
public interface Argon2 {

  /** The variants of the function, with their numbers in RFC 9106 §3.1. */
  enum Variant {
    D(0),
    I(1),
    ID(2);

    private final int number;

    Variant(int number) {
      this.number = number;
    }

    int number() {
      return number;
    }
  }

  /**
   * The cost and shape of a computation.
   *
   * @param version 0x13, or 0x10 for hashes of 2015
   * @param memory in KiB
   * @param passes over the memory
   * @param lanes that could be filled in parallel
   */
  record Parameters(Variant variant, int version, int memory, int passes, int lanes) {}

  /** The raw hash of {@code length} bytes. */
  byte[] hash(Parameters parameters, byte[] password, byte[] salt, int length);

  /** Whether this implementation can compute that. */
  boolean supports(Parameters parameters, int saltLength, int length);
}
