package io.gatehouse.credential;

import com.fasterxml.jackson.annotation.JsonValue;

/**
 * How a stored password digest was made; the names are those of the Management API and of the
 * database.
 */
public enum HashMethod {
  ARGON2I("Argon2i"),
  ARGON2ID("Argon2id"),
  ARGON2D("Argon2d"),
  SHA1("SHA1"),
  SHA256("SHA256"),
  MD5("MD5"),
  BCRYPT("Bcrypt"),
  /** A JSON text that says how: see {@link LegacyDigest}. */
  LEGACY("Legacy");

  private final String label;

  HashMethod(String label) {
    this.label = label;
  }

  @JsonValue
  public String label() {
    return label;
  }

  /** The method of this name. */
  public static HashMethod of(String label) {
    for (HashMethod method : values()) {
      if (method.label.equals(label)) {
        return method;
      }
    }
    throw new IllegalArgumentException("no password hash method is called " + label);
  }
}
