package io.gatehouse.protocol;

import org.jspecify.annotations.Nullable;

/**
 * The protocol request ends here with an error for the client. The description is for its developer
 * and holds no secrets.
 */
public final class OAuthException extends RuntimeException {
  private final OAuthError error;
  private final int status;
  private final @Nullable String scope;

  public OAuthException(OAuthError error, String description) {
    this(error, description, error.status(), null);
  }

  public OAuthException(OAuthError error, String description, int status, @Nullable String scope) {
    super(description, null, false, false);
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

  /** The scope values that the error is about, if any. */
  public @Nullable String scope() {
    return scope;
  }
}
