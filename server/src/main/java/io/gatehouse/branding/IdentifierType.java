package io.gatehouse.branding;

import com.fasterxml.jackson.annotation.JsonProperty;

/** By what people may be known; the names are those of the wire. */
public enum IdentifierType {
  @JsonProperty("username")
  USERNAME("username"),
  @JsonProperty("email")
  EMAIL("email"),
  @JsonProperty("phone")
  PHONE("phone");

  private final String wire;

  IdentifierType(String wire) {
    this.wire = wire;
  }

  public String wire() {
    return wire;
  }
}
