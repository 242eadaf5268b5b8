package io.gatehouse.connectors;

import java.util.Map;
import java.util.Optional;

/**
 * What a social connector remembers between sending a person away and seeing them come back: the
 * redirect URI, a nonce. The server keeps it in the interaction, and hands it out once.
 */
public record SocialSession(Map<String, String> values) {
  public SocialSession {
    values = Map.copyOf(values);
  }

  public Optional<String> get(String key) {
    return Optional.ofNullable(values.get(key));
  }

  /** Keeps the session; called at most once a request. */
  @FunctionalInterface
  public interface Writer {
    void write(SocialSession session);

    /** For operations without a place to keep a session: connectors that need one fail. */
    static Writer unavailable() {
      return _ -> {
        throw ConnectorError.NOT_IMPLEMENTED.exception();
      };
    }
  }

  /** Finds the session again; an empty one when nothing was kept. */
  @FunctionalInterface
  public interface Reader {
    SocialSession read();

    /** For operations without a session: connectors that need one fail. */
    static Reader unavailable() {
      return () -> {
        throw ConnectorError.NOT_IMPLEMENTED.exception();
      };
    }
  }
}
