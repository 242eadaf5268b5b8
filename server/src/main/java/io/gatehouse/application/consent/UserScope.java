package io.gatehouse.application.consent;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The scopes of the provider's own that a list can hold; {@code openid} needs no permission. */
public enum UserScope {
  @JsonProperty("profile")
  PROFILE("profile"),
  @JsonProperty("email")
  EMAIL("email"),
  @JsonProperty("phone")
  PHONE("phone"),
  @JsonProperty("address")
  ADDRESS("address"),
  @JsonProperty("custom_data")
  CUSTOM_DATA("custom_data"),
  @JsonProperty("identities")
  IDENTITIES("identities"),
  @JsonProperty("roles")
  ROLES("roles"),
  @JsonProperty("urn:logto:scope:organizations")
  ORGANIZATIONS("urn:logto:scope:organizations"),
  @JsonProperty("urn:logto:scope:organization_roles")
  ORGANIZATION_ROLES("urn:logto:scope:organization_roles"),
  @JsonProperty("urn:logto:scope:sessions")
  SESSIONS("urn:logto:scope:sessions"),
  @JsonProperty("urn:logto:scope:trusted_devices")
  TRUSTED_DEVICES("urn:logto:scope:trusted_devices");

  private final String wire;

  UserScope(String wire) {
    this.wire = wire;
  }

  /** As clients ask for it. */
  public String wire() {
    return wire;
  }
}
