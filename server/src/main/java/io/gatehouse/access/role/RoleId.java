package io.gatehouse.access.role;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names a role. */
public record RoleId(@JsonValue String value) {
  @Override
  public String toString() {
    return value;
  }
}
