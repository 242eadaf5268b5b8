package io.gatehouse.guard;

import io.gatehouse.platform.error.ErrorCode;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Why a request is held back. */
public enum GuardError implements ErrorCode {
  /**
   * Too many failures against this identifier; placeholder {@code relativeTime}, a {@link
   * Duration}.
   */
  LOCKED("session.verification_blocked_too_many_attempts", 400),
  /** Too many failures from this network. */
  NETWORK_LIMITED("request.rate_limited", 429),
  /** Too many messages to this recipient. */
  MESSAGE_LIMITED("request.message_rate_limited", 429);

  private static final Duration PAUSE = Duration.ofMinutes(1);

  private final String code;
  private final int status;

  GuardError(String code, int status) {
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
    return this == LOCKED ? null : PAUSE;
  }
}
