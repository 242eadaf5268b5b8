package io.gatehouse.oidc.device;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.crypto.KeyedDigest;
import io.gatehouse.platform.db.Db;
import io.gatehouse.protocol.UserCode;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * Waiting devices in the database. What a device holds is long and stored as its SHA-256; what a
 * person types is short, so its digest has a key.
 */
@Singleton
class DeviceAuthorizationStore {
  private static final String COLUMN = "device_authorizations.user_code";

  private final Db db;
  private final KeyedDigest digests;

  DeviceAuthorizationStore(Db db, KeyedDigest digests) {
    this.db = db;
    this.digests = digests;
  }

  /** A device that begins to wait. */
  record Begun(
      String deviceCode,
      UserCode userCode,
      String clientId,
      String request,
      Instant now,
      Instant end,
      Duration interval) {}

  /** What is known of a typed code. */
  record Known(
      UserCode userCode, String clientId, String request, boolean expired, boolean decided) {}

  /** The code that the authorization endpoint issued, and to where. */
  record Granted(String code, String redirectUri) {}

  void insert(TenantId tenant, Begun begun) {
    db.update(
        tenant,
        """
        insert into device_authorizations (tenant_id, hash, user_code, application_id, request, interval_seconds, created_at, expires_at)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        Digests.sha256(begun.deviceCode()),
        digest(tenant, begun.userCode()),
        begun.clientId(),
        begun.request(),
        (int) begun.interval().toSeconds(),
        begun.now(),
        begun.end());
  }

  Optional<Known> find(TenantId tenant, UserCode code, Instant now) {
    return db.find(
        tenant,
        """
        select application_id, request, expires_at <= ? as expired, grant_id is not null or denied_at is not null as decided
        from device_authorizations where tenant_id = ? and user_code = ?
        """,
        row ->
            new Known(
                code,
                row.text("application_id"),
                row.text("request"),
                row.flag("expired"),
                row.flag("decided")),
        now,
        tenant,
        digest(tenant, code));
  }

  /** False when it was decided, or is over, meanwhile. */
  boolean bind(TenantId tenant, UserCode code, String browser, Instant now) {
    return db.update(
            tenant,
            """
            update device_authorizations set browser_hash = ?
            where tenant_id = ? and user_code = ? and expires_at > ? and grant_id is null and denied_at is null
            """,
            Digests.sha256(browser),
            tenant,
            digest(tenant, code),
            now)
        == 1;
  }

  /**
   * One statement: the code of the authorization endpoint is used up, and the device that this
   * browser is bound to has its grant.
   */
  boolean connect(
      TenantId tenant, UserCode userCode, String browser, Granted granted, Instant now) {
    return db.update(
            tenant,
            """
            with code as (
              update authorization_codes c set redeemed_at = ?
              from device_authorizations d
              where c.tenant_id = ? and c.hash = ? and c.redirect_uri = ? and c.redeemed_at is null and c.expires_at > ?
                and d.tenant_id = c.tenant_id and d.application_id = c.application_id
                and d.user_code = ? and d.browser_hash = ?
                and d.expires_at > ? and d.grant_id is null and d.denied_at is null
              returning c.tenant_id, c.grant_id, c.session_id, c.scope, c.auth_time, c.amr, c.request -> 'resources' as resources,
                c.request -> 'authorizationDetails' as details, d.hash)
            update device_authorizations d set grant_id = code.grant_id, session_id = code.session_id, scope = code.scope,
              resources = code.resources, authorization_details = code.details, auth_time = code.auth_time, amr = code.amr
            from code where d.tenant_id = code.tenant_id and d.hash = code.hash and d.grant_id is null
            """,
            now,
            tenant,
            Digests.sha256(granted.code()),
            granted.redirectUri(),
            now,
            digest(tenant, userCode),
            Digests.sha256(browser),
            now)
        == 1;
  }

  void deny(TenantId tenant, UserCode userCode, String browser, Instant now) {
    db.update(
        tenant,
        """
        update device_authorizations set denied_at = ?
        where tenant_id = ? and user_code = ? and browser_hash = ? and expires_at > ? and grant_id is null and denied_at is null
        """,
        now,
        tenant,
        digest(tenant, userCode),
        Digests.sha256(browser),
        now);
  }

  private byte[] digest(TenantId tenant, UserCode code) {
    return digests.digest(tenant.value(), COLUMN, code.letters());
  }
}
