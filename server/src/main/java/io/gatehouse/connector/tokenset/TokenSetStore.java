package io.gatehouse.connector.tokenset;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.IdentityTokens.Described;
import io.gatehouse.user.IdentityTokens.Metadata;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Token sets in the database: one of a person and a connector. */
@Singleton
class TokenSetStore {
  private static final String TYPE = "federated_token_set";

  private final Db db;

  TokenSetStore(Db db) {
    this.db = db;
  }

  /**
   * A set as it is stored.
   *
   * @param identityId whom the provider calls the person
   * @param value the tokens, sealed
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Entry(
      String id,
      String userId,
      String connectorId,
      String target,
      String identityId,
      byte[] value,
      @Nullable String scope,
      @Nullable String tokenType,
      boolean hasRefreshToken,
      @Nullable Instant expiresAt) {}

  Optional<Entry> find(TenantId tenant, String userId, String connectorId) {
    return db.find(
        tenant,
        "select * from token_sets where tenant_id = ? and user_id = ? and connector_id = ?",
        TokenSetStore::entry,
        tenant,
        userId,
        connectorId);
  }

  /** The latest set of the identity that the person has at the provider now. */
  Optional<Entry> ofTarget(TenantId tenant, String userId, String target) {
    return db.find(
        tenant,
        """
        select t.* from token_sets t
          join user_identities i on i.tenant_id = t.tenant_id and i.user_id = t.user_id
            and i.target = t.target and i.identity_id = t.identity_id
        where t.tenant_id = ? and t.user_id = ? and t.target = ? order by t.updated_at desc, t.id limit 1
        """,
        TokenSetStore::entry,
        tenant,
        userId,
        target);
  }

  /** Stores the set, in the place of an earlier one, if the identity is the person's. */
  void put(TenantId tenant, Entry entry, Instant now) {
    db.update(
        tenant,
        """
        insert into token_sets (tenant_id, id, user_id, connector_id, target, identity_id, value, scope, token_type,
          has_refresh_token, issued_at, updated_at, expires_at)
        select i.tenant_id, ?::text, i.user_id, ?::text, i.target, i.identity_id, ?::bytea, ?::text, ?::text,
          ?::boolean, ?::timestamptz, ?::timestamptz, ?::timestamptz
        from user_identities i where i.tenant_id = ? and i.user_id = ? and i.target = ? and i.identity_id = ?
        on conflict on constraint token_sets_person do update set id = excluded.id, target = excluded.target,
          identity_id = excluded.identity_id, value = excluded.value, scope = excluded.scope,
          token_type = excluded.token_type, has_refresh_token = excluded.has_refresh_token,
          updated_at = excluded.updated_at, expires_at = excluded.expires_at
        """,
        entry.id(),
        entry.connectorId(),
        entry.value(),
        entry.scope(),
        entry.tokenType(),
        entry.hasRefreshToken(),
        now,
        now,
        entry.expiresAt(),
        tenant,
        entry.userId(),
        entry.target(),
        entry.identityId());
  }

  /** The sets of the identities that the person has now. */
  List<Described> described(TenantId tenant, String userId) {
    return db.query(
        tenant,
        """
        select t.* from token_sets t
          join user_identities i on i.tenant_id = t.tenant_id and i.user_id = t.user_id
            and i.target = t.target and i.identity_id = t.identity_id
        where t.tenant_id = ? and t.user_id = ? order by t.target, t.connector_id
        """,
        row ->
            new Described(
                tenant,
                row.text("id"),
                row.text("user_id"),
                TYPE,
                new Metadata(
                    row.textOrNull("scope"),
                    row.instantOrNull("expires_at"),
                    row.textOrNull("token_type"),
                    row.flag("has_refresh_token")),
                row.instant("issued_at"),
                row.instant("updated_at"),
                row.text("connector_id"),
                row.text("identity_id"),
                row.text("target")),
        tenant,
        userId);
  }

  boolean delete(TenantId tenant, String id) {
    return db.update(tenant, "delete from token_sets where tenant_id = ? and id = ?", tenant, id)
        == 1;
  }

  void deleteOthers(TenantId tenant, String userId, String target, String identityId) {
    db.update(
        tenant,
        "delete from token_sets where tenant_id = ? and user_id = ? and target = ? and identity_id <> ?",
        tenant,
        userId,
        target,
        identityId);
  }

  void deleteAll(TenantId tenant, String connectorId) {
    db.update(
        tenant,
        "delete from token_sets where tenant_id = ? and connector_id = ?",
        tenant,
        connectorId);
  }

  private static Entry entry(Row row) throws SQLException {
    return new Entry(
        row.text("id"),
        row.text("user_id"),
        row.text("connector_id"),
        row.text("target"),
        row.text("identity_id"),
        row.bytes("value"),
        row.textOrNull("scope"),
        row.textOrNull("token_type"),
        row.flag("has_refresh_token"),
        row.instantOrNull("expires_at"));
  }
}
