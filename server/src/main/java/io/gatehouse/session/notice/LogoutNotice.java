package io.gatehouse.session.notice;

import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * An application that has to hear that a session is over.
 *
 * @param endpoint the origin that the session was begun at; the tenant's usual one where it is null
 */
public record LogoutNotice(
    TenantId tenant,
    String sessionId,
    String applicationId,
    String userId,
    @Nullable String endpoint) {
  /** How long an application is told again and again. */
  public static final Duration LIFE = Duration.ofDays(1);

  /** After how long a notice that was not taken is told a second time. */
  public static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
}
