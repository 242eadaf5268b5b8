package io.gatehouse.oidc.backchannel;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Waiting applications in the database; what they hold and what is in the link is hashed. */
@Singleton
class BackchannelStore {
  private final Db db;

  BackchannelStore(Db db) {
    this.db = db;
  }

  /** An application that begins to wait. */
  record Begun(
      String id,
      String link,
      String clientId,
      @Nullable String userId,
      String request,
      @Nullable String message,
      Instant now,
      Instant end,
      Duration interval) {}

  /**
   * What a link leads to, while nobody has decided.
   *
   * @param prepared whether somebody has signed in for it, in this browser
   */
  record Known(
      String clientId, String userId, String request, @Nullable String message, boolean prepared) {}

  /** The code that the authorization endpoint issued, and to where. */
  record Granted(String code, String redirectUri) {}

  void insert(TenantId tenant, Begun begun) {
    db.update(
        tenant,
        """
        insert into backchannel_requests (tenant_id, hash, link_hash, application_id, user_id, request, binding_message,
          interval_seconds, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        Digests.sha256(begun.id()),
        Digests.sha256(begun.link()),
        begun.clientId(),
        begun.userId(),
        begun.request(),
        begun.message(),
        (int) begun.interval().toSeconds(),
        begun.now(),
        begun.end());
  }

  /** Empty once it is decided or over. */
  Optional<Known> find(TenantId tenant, String link, String browser, Instant now) {
    return db.find(
        tenant,
        """
        select application_id, user_id, request, binding_message,
          prepared is not null and browser_hash = ? as prepared
        from backchannel_requests
        where tenant_id = ? and link_hash = ? and user_id is not null and expires_at > ? and grant_id is null and denied_at is null
        """,
        row ->
            new Known(
                row.text("application_id"),
                row.text("user_id"),
                row.text("request"),
                row.textOrNull("binding_message"),
                row.flag("prepared")),
        Digests.sha256(browser),
        tenant,
        Digests.sha256(link),
        now);
  }

  /**
   * One statement: the code of the authorization endpoint is used up, and the request that the link
   * leads to is ready to be decided in this browser; only where the code is of the person that the
   * application means.
   */
  boolean prepare(TenantId tenant, String link, String browser, Granted granted, Instant now) {
    return db.update(
            tenant,
            """
            with code as (
              update authorization_codes c set redeemed_at = ?
              from backchannel_requests b, grants g
              where c.tenant_id = ? and c.hash = ? and c.redirect_uri = ? and c.redeemed_at is null and c.expires_at > ?
                and b.tenant_id = c.tenant_id and b.application_id = c.application_id and b.link_hash = ?
                and b.expires_at > ? and b.grant_id is null and b.denied_at is null
                and g.tenant_id = c.tenant_id and g.id = c.grant_id and g.user_id = b.user_id
              returning c.tenant_id, b.hash, jsonb_build_object('grant', c.grant_id, 'session', c.session_id, 'scope', c.scope,
                'resources', c.request -> 'resources', 'details', c.request -> 'authorizationDetails', 'auth_time', c.auth_time, 'amr', c.amr) as prepared)
            update backchannel_requests b set prepared = code.prepared, browser_hash = ?
            from code where b.tenant_id = code.tenant_id and b.hash = code.hash
            """,
            now,
            tenant,
            Digests.sha256(granted.code()),
            granted.redirectUri(),
            now,
            Digests.sha256(link),
            now,
            Digests.sha256(browser))
        == 1;
  }

  /** False when it was decided, or is over, meanwhile. */
  boolean allow(TenantId tenant, String link, String browser, Instant now) {
    return db.update(
            tenant,
            """
            update backchannel_requests set grant_id = prepared ->> 'grant', session_id = prepared ->> 'session',
              scope = prepared ->> 'scope', resources = prepared -> 'resources',
              authorization_details = nullif(prepared -> 'details', 'null'),
              auth_time = (prepared ->> 'auth_time')::timestamptz, amr = prepared -> 'amr'
            where tenant_id = ? and link_hash = ? and browser_hash = ? and prepared is not null and expires_at > ?
              and grant_id is null and denied_at is null
            """,
            tenant,
            Digests.sha256(link),
            Digests.sha256(browser),
            now)
        == 1;
  }

  boolean deny(TenantId tenant, String link, String browser, Instant now) {
    return db.update(
            tenant,
            """
            update backchannel_requests set denied_at = ?
            where tenant_id = ? and link_hash = ? and browser_hash = ? and prepared is not null and expires_at > ?
              and grant_id is null and denied_at is null
            """,
            now,
            tenant,
            Digests.sha256(link),
            Digests.sha256(browser),
            now)
        == 1;
  }
}
