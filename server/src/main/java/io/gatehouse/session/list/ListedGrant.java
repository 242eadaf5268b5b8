package io.gatehouse.session.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What a person granted to an application, as clients of the contract read it.
 *
 * @param payload {@code clientId}, {@code accountId}, the scopes…
 */
public record ListedGrant(String id, JsonNode payload, Instant expiresAt, GrantHolder application) {

  /** The application that has it. */
  public record GrantHolder(String id, String name) {}
}
