package io.gatehouse.organization.role;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names a role of the organization template. */
public record OrganizationRoleId(@JsonValue String value) {
  @Override
  public String toString() {
    return value;
  }
}
