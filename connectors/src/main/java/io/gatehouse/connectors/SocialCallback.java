package io.gatehouse.connectors;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/**
 * A person has come back from a provider.
 *
 * @param data what the browser brought: the pairs of the query, the fragment or the posted form,
 *     and {@code redirectUri}
 */
public record SocialCallback(JsonNode data, SocialSession.Reader session) {

  /** A non-empty text among the data. */
  public Optional<String> text(String key) {
    return Optional.ofNullable(data.path(key).textValue()).filter(text -> !text.isEmpty());
  }

  /**
   * The authorization code; a refusal, or no code, ends in {@code otherwise} with the callback's
   * data.
   */
  public String code(ConnectorError otherwise) {
    return text("code")
        .filter(_ -> text("error").isEmpty())
        .orElseThrow(() -> otherwise.with(data));
  }

  /** The redirect URI that the session kept; without one the code cannot be redeemed. */
  public String redirectUri(SocialSession session) {
    return session
        .get("redirectUri")
        .orElseThrow(() -> ConnectorError.GENERAL.exception("The session holds no redirect URI."));
  }
}
