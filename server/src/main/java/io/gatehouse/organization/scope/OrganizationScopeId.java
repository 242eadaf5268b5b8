package io.gatehouse.organization.scope;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names a scope of the organization template. */
public record OrganizationScopeId(@JsonValue String value) {
  @Override
  public String toString() {
    return value;
  }
}
