package io.gatehouse.access.scope;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names a scope. */
public record ScopeId(@JsonValue String value) {
  @Override
  public String toString() {
    return value;
  }
}
