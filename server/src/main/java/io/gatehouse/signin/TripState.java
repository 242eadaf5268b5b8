package io.gatehouse.signin;

import io.gatehouse.platform.id.Ids;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * The state of a trip to a provider elsewhere: unguessable, and naming the application whose
 * sign-in it belongs to, so that two can be under way in one browser.
 */
public final class TripState {
  private TripState() {}

  /** A new one. */
  public static String of(String applicationId) {
    return Ids.token()
        + "."
        + Base64.getUrlEncoder()
            .withoutPadding()
            .encodeToString(applicationId.getBytes(StandardCharsets.UTF_8));
  }

  /** The application that a state names; null when it is none of ours. */
  public static @Nullable String application(String state) {
    int dot = state.indexOf('.');
    if (dot < 0) {
      return null;
    }
    try {
      return new String(
          Base64.getUrlDecoder().decode(state.substring(dot + 1)), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException e) {
      return null;
    }
  }
}
