package io.gatehouse.audit;

import org.jspecify.annotations.Nullable;

/**
 * Who changes a setting.
 *
 * @param id of the person or the application; null for the command line
 * @param ip where the request came from
 * @param requestId names the request in our log
 */
public record Actor(
    Kind kind, @Nullable String id, @Nullable String ip, @Nullable String requestId) {

  /** The names are those of the API. */
  public enum Kind {
    User,
    Application,
    CommandLine
  }

  /** Whoever may use the command line of the server. */
  public static final Actor COMMAND_LINE = new Actor(Kind.CommandLine, null, null, null);
}
