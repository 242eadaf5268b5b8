package io.gatehouse.user.device;

import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trusted devices in the database. */
@Singleton
class TrustedDeviceStore {
  /** How many a person can have; the oldest make room. */
  static final int MOST = 50;

  /** Whose devices, and what must hold of a device {@code d} that counts. */
  private static final String LIVE =
      """
      d.tenant_id = ? and d.user_id = ? and d.expires_at > ? and d.created_at > ?
        and exists (select from users u where u.tenant_id = d.tenant_id and u.id = d.user_id and not u.is_suspended
          and (u.password_updated_at is null or u.password_updated_at <= d.created_at))
      """;

  private static final String FORBIDDEN =
      """
      exists (select from organization_users m
          join organizations o on o.tenant_id = m.tenant_id and o.id = m.organization_id
        where m.tenant_id = ? and m.user_id = ? and not o.is_trusted_device_allowed)
      """;

  private final Db db;

  TrustedDeviceStore(Db db) {
    this.db = db;
  }

  /**
   * Whose devices, and when.
   *
   * @param since those trusted earlier no longer count
   */
  record Owner(TenantId tenant, String userId, Instant now, Instant since) {}

  /** The latest first. */
  Slice<TrustedDevice> list(Owner owner, Page page) {
    Where live = Where.of(LIVE, owner.tenant(), owner.userId(), owner.now(), owner.since());
    return new ListQuery("d.*", "trusted_devices d", live, "d.created_at desc, d.id")
        .run(db, owner.tenant(), page, TrustedDeviceStore::device);
  }

  /** The device of the cookie's secret, unless an organization of its owner forbids it. */
  Optional<String> find(Owner owner, String secret) {
    return db.find(
        owner.tenant(),
        "select d.id from trusted_devices d where "
            + LIVE
            + " and d.secret_hash = ? and not "
            + FORBIDDEN,
        row -> row.text("id"),
        owner.tenant(),
        owner.userId(),
        owner.now(),
        owner.since(),
        Digests.sha256(secret),
        owner.tenant(),
        owner.userId());
  }

  /** Whether no organization of the person forbids it. */
  boolean allowed(TenantId tenant, String userId) {
    return db.one(
        tenant,
        "select not " + FORBIDDEN + " as allowed",
        row -> row.flag("allowed"),
        tenant,
        userId);
  }

  /**
   * Keeps a device, and forgets the oldest beyond {@link #MOST}; nothing where an organization of
   * its owner forbids it.
   *
   * @param before the secret that the same browser had; what it opened is gone
   */
  boolean insert(
      TenantId tenant,
      String userId,
      TrustedDevice device,
      String secret,
      @Nullable String before) {
    return db.update(
            tenant,
            "with allowed as (select where not "
                + FORBIDDEN
                + """
                ), gone as (
                  delete from trusted_devices where tenant_id = ? and user_id = ? and exists (select from allowed)
                    and (secret_hash = ? or id in (
                      select id from trusted_devices where tenant_id = ? and user_id = ?
                      order by created_at desc, id offset ?)))
                insert into trusted_devices
                  (tenant_id, id, user_id, secret_hash, user_agent, country, city, created_at, last_used_at, expires_at)
                select ?, ?, ?, ?, ?, ?, ?, ?, ?, ? from allowed
                """,
            tenant,
            userId,
            tenant,
            userId,
            before == null ? null : Digests.sha256(before),
            tenant,
            userId,
            MOST - 1,
            tenant,
            device.id(),
            userId,
            Digests.sha256(secret),
            device.userAgent(),
            device.country(),
            device.city(),
            device.createdAt(),
            device.lastUsedAt(),
            device.expiresAt())
        == 1;
  }

  /**
   * Exchanges the secret of a device that is used for another one, once, unless an organization of
   * its owner forbids it.
   */
  Optional<TrustedDevice> rotate(Owner owner, Browser browser, String secret, String next) {
    return db.find(
        owner.tenant(),
        """
        update trusted_devices d
        set secret_hash = ?, last_used_at = ?, user_agent = ?, country = coalesce(?, d.country), city = coalesce(?, d.city)
        where d.secret_hash = ? and \
        """
            + LIVE
            + " and not "
            + FORBIDDEN
            + " returning d.*",
        TrustedDeviceStore::device,
        Digests.sha256(next),
        owner.now(),
        browser.userAgent(),
        browser.country(),
        browser.city(),
        Digests.sha256(secret),
        owner.tenant(),
        owner.userId(),
        owner.now(),
        owner.since(),
        owner.tenant(),
        owner.userId());
  }

  Optional<TrustedDevice> delete(TenantId tenant, String userId, String id) {
    return db.find(
        tenant,
        "delete from trusted_devices where tenant_id = ? and user_id = ? and id = ? returning *",
        TrustedDeviceStore::device,
        tenant,
        userId,
        id);
  }

  List<TrustedDevice> deleteAll(TenantId tenant, String userId) {
    return db.query(
        tenant,
        "delete from trusted_devices where tenant_id = ? and user_id = ? returning *",
        TrustedDeviceStore::device,
        tenant,
        userId);
  }

  private static TrustedDevice device(Row row) throws SQLException {
    return new TrustedDevice(
        row.text("id"),
        row.textOrNull("user_agent"),
        row.textOrNull("country"),
        row.textOrNull("city"),
        row.instant("created_at"),
        row.instant("last_used_at"),
        row.instant("expires_at"));
  }
}
