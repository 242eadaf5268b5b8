package io.gatehouse.organization;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names an organization. */
public record OrganizationId(@JsonValue String value) {
  @Override
  public String toString() {
    return value;
  }
}
