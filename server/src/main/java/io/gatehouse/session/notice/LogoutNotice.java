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

  /**
   * A part of the statement that ends the grants in {@code revoked}: their applications have to
   * hear that the person is signed out there. {@code session_id} is the session in which a grant
   * was given; that may go on, or be over long since, as with devices that stay connected.
   */
  public static final String OF_REVOKED =
      """
      insert into logout_notices (tenant_id, session_id, application_id, user_id, endpoint, attempts, created_at, due_at,
        expires_at)
      select distinct r.tenant_id, r.session_id, a.id, r.user_id, s.endpoint, 0, ?::timestamptz, ?::timestamptz, ?::timestamptz
      from revoked r
        join applications a on a.tenant_id = r.tenant_id and a.id = r.registered_application_id
        left join sessions s on s.tenant_id = r.tenant_id and s.id = r.session_id
      where r.session_id is not null and a.oidc_client_metadata ->> 'backchannelLogoutUri' is not null
      on conflict (tenant_id, session_id, application_id) do update
        set attempts = 0, due_at = excluded.due_at, expires_at = excluded.expires_at
      returning session_id
      """;

  /** After how long a notice that was not taken is told a second time. */
  public static final Duration FIRST_PAUSE = Duration.ofSeconds(10);
}
