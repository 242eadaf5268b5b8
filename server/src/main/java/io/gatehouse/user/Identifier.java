package io.gatehouse.user;

import io.gatehouse.branding.IdentifierType;

/**
 * What a person is known by: the kind, and the value as it was typed.
 *
 * @see UserKeys
 */
public record Identifier(IdentifierType type, String value) {

  public static Identifier username(String value) {
    return new Identifier(IdentifierType.USERNAME, value);
  }

  public static Identifier email(String value) {
    return new Identifier(IdentifierType.EMAIL, value);
  }

  public static Identifier phone(String value) {
    return new Identifier(IdentifierType.PHONE, value);
  }
}
