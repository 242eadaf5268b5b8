package io.gatehouse.protocol;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The protocol request ends here with an error for the client. The description is for its developer
 * and holds no secrets.
 */
public final class OAuthException extends RuntimeException {
  private static final Pattern OUTSIDE = Pattern.compile("[^\\x20-\\x7e]");
  private static final int LONGEST = 500;

  private final OAuthError error;
  private final int status;
  private final @Nullable String scope;

  public OAuthException(OAuthError error, String description) {
    this(error, description, error.status(), null);
  }

  public OAuthException(OAuthError error, String description, int status, @Nullable String scope) {
    super(sayable(description), null, false, false);
    this.error = error;
    this.status = status;
    this.scope = scope;
  }

  public OAuthError error() {
    return error;
  }

  public int status() {
    return status;
  }

  /** What is wrong, in one sentence: {@code error_description}. */
  public String description() {
    return String.valueOf(getMessage());
  }

  /**
   * "MUST NOT include characters outside the set %x20-21 / %x23-5B / %x5D-7E" [RFC 6749 §5.2]: some
   * descriptions name what the client sent.
   */
  private static String sayable(String description) {
    String plain =
        OUTSIDE.matcher(description).replaceAll("?").replace('"', '\'').replace('\\', '/');
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) : plain;
  }

  /** The scope values that the error is about, if any. */
  public @Nullable String scope() {
    return scope;
  }
}
