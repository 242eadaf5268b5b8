package io.gatehouse.access;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names an API resource. */
public record ResourceId(@JsonValue String value) {
  @Override
  public String toString() {
    return value;
  }
}
