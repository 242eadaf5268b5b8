package io.gatehouse.organization.invitation;

import com.fasterxml.jackson.annotation.JsonValue;

/** Names an invitation. */
public record InvitationId(@JsonValue String value) {
  @Override
  public String toString() {
    return value;
  }
}
