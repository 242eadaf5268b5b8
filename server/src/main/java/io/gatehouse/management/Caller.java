package io.gatehouse.management;

import java.util.Set;

/**
 * Who calls the Management API.
 *
 * @param id the user's or the application's
 * @param scopes what the token lets them do
 */
public record Caller(Kind kind, String id, Set<String> scopes) {

  /** A person in the Console, or a machine-to-machine application. */
  public enum Kind {
    USER,
    APP
  }

  public Caller {
    scopes = Set.copyOf(scopes);
  }
}
