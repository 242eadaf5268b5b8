package io.gatehouse.oidc.saml;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sign-ins that service providers have begun, in the database. */
@Singleton
class SamlSessionStore {
  private final Db db;

  SamlSessionStore(Db db) {
    this.db = db;
  }

  /**
   * What a browser shows when it comes back.
   *
   * @param secret of its cookie
   * @param state of the authorization request
   */
  record Shown(String secret, String applicationId, String state) {}

  /** What the service provider wants to have again. */
  record Asked(String requestId, @Nullable String relayState) {}

  void begin(TenantId tenant, Shown handed, Asked asked, Instant now, Instant expires) {
    db.update(
        tenant,
        """
        insert into saml_application_sessions
          (tenant_id, secret_hash, application_id, state, request_id, relay_state, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        Digests.sha256(handed.secret()),
        handed.applicationId(),
        handed.state(),
        asked.requestId(),
        asked.relayState(),
        now,
        expires);
  }

  /** Takes the sign-in away from the browser: of several that show it, one gets it. */
  Optional<Asked> take(TenantId tenant, Shown shown, Instant now) {
    return db.find(
        tenant,
        """
        delete from saml_application_sessions
        where tenant_id = ? and secret_hash = ? and application_id = ? and state = ? and expires_at > ?
        returning request_id, relay_state
        """,
        row -> new Asked(row.text("request_id"), row.textOrNull("relay_state")),
        tenant,
        Digests.sha256(shown.secret()),
        shown.applicationId(),
        shown.state(),
        now);
  }

  /** Whether the browser has begun a sign-in, be it with another state. */
  boolean known(TenantId tenant, Shown shown, Instant now) {
    return db.find(
            tenant,
            """
            select 1 as one from saml_application_sessions
            where tenant_id = ? and secret_hash = ? and application_id = ? and expires_at > ?
            """,
            row -> true,
            tenant,
            Digests.sha256(shown.secret()),
            shown.applicationId(),
            now)
        .isPresent();
  }
}
