package io.gatehouse.interaction;

import io.gatehouse.tenant.Tenant;
import java.time.Duration;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Holds for some seconds what a provider's prompt on the application's own site has handed over, so
 * that only the browser that brought it can sign in with it.
 */
public final class OneTapCookie {
  public static final String NAME = "_logto_google_one_tap_credential";

  /** The authorization request's parameter that it comes by. */
  public static final String PARAMETER = "google_one_tap_credential";

  public static final Duration LIFE = Duration.ofSeconds(10);

  /** A signed token in its compact form [RFC 7515 §7.1], as short as a cookie must be. */
  private static final Pattern CREDENTIAL =
      Pattern.compile("[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+\\.[A-Za-z0-9_-]+");

  private static final int LONGEST = 3_500;

  private OneTapCookie() {}

  /** The credential, if it can be one. */
  public static @Nullable String credential(@Nullable String text) {
    return text != null && text.length() <= LONGEST && CREDENTIAL.matcher(text).matches()
        ? text
        : null;
  }

  /** The header that takes it out of the browser again. */
  public static String cleared(Tenant tenant) {
    return tenant.cookie(NAME) + "=; path=/; max-age=0; samesite=lax";
  }
}
