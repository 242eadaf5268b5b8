package io.gatehouse.audit;

import io.gatehouse.management.Caller;
import io.gatehouse.management.ManagementCall;
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

  /** Who calls the Management API. */
  public static Actor of(ManagementCall call) {
    Caller caller = call.caller();
    Kind kind =
        switch (caller.kind()) {
          case USER -> Kind.User;
          case APP -> Kind.Application;
        };

    return new Actor(kind, caller.id(), call.ip(), call.requestId());
  }
}
