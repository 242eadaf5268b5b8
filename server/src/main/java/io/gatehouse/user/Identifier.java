package io.gatehouse.user;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * What a person is known by: the kind, and the value as it was typed.
 *
 * @see UserKeys
 */
public record Identifier(Type type, String value) {

  /** The kinds, with their names on the wire. */
  public enum Type {
    @JsonProperty("username")
    USERNAME("username"),
    @JsonProperty("email")
    EMAIL("email"),
    @JsonProperty("phone")
    PHONE("phone");

    private final String wire;

    Type(String wire) {
      this.wire = wire;
    }

    public String wire() {
      return wire;
    }
  }

  public static Identifier username(String value) {
    return new Identifier(Type.USERNAME, value);
  }

  public static Identifier email(String value) {
    return new Identifier(Type.EMAIL, value);
  }

  public static Identifier phone(String value) {
    return new Identifier(Type.PHONE, value);
  }
}
