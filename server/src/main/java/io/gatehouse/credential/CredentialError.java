package io.gatehouse.credential;

import io.gatehouse.platform.error.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What can be wrong with a password or its imported digest. */
public enum CredentialError implements ErrorCode {
  /** The tenant's policy refuses the password; {@code data} lists the {@link PasswordIssue}s. */
  REJECTED("password.rejected", 422),
  /** A method without a digest to go with it; placeholder {@code name}. */
  UNSUPPORTED_METHOD("password.unsupported_encryption_method", 400),
  INVALID_LEGACY_FORMAT("password.invalid_legacy_password_format", 400),
  /** Placeholder {@code algorithm}. */
  UNSUPPORTED_LEGACY_ALGORITHM("password.unsupported_legacy_hash_algorithm", 400),
  /** More passwords wait to be hashed than can be in good time. */
  TOO_BUSY("password.too_busy", 503);

  private static final Duration PAUSE = Duration.ofSeconds(2);

  private final String code;
  private final int status;

  CredentialError(String code, int status) {
    this.code = code;
    this.status = status;
  }

  @Override
  public String code() {
    return code;
  }

  @Override
  public int status() {
    return status;
  }

  @Override
  public @Nullable Duration retryAfter() {
    return this == TOO_BUSY ? PAUSE : null;
  }
}
