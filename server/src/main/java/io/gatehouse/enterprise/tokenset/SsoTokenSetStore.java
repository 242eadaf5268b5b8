package io.gatehouse.enterprise.tokenset;

import io.gatehouse.enterprise.tokenset.SsoTokenSets.Described;
import io.gatehouse.enterprise.tokenset.SsoTokenSets.Metadata;
import io.gatehouse.enterprise.tokenset.SsoTokenSets.Owner;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Token sets of enterprises' providers in the database: one of an identity. */
@Singleton
class SsoTokenSetStore {
  private static final String TYPE = "federated_token_set";

  private final Db db;

  SsoTokenSetStore(Db db) {
    this.db = db;
  }

  /**
   * A set as it is stored.
   *
   * @param value the tokens, sealed
   */
  @SuppressWarnings("ArrayRecordComponent")
  record Entry(
      String id,
      byte[] value,
      @Nullable String scope,
      @Nullable String tokenType,
      boolean hasRefreshToken,
      @Nullable Instant expiresAt) {}

  Optional<Entry> find(TenantId tenant, Owner owner) {
    return db.find(
        tenant,
        """
        select t.* from sso_token_sets t
          join user_sso_identities i on i.tenant_id = t.tenant_id and i.id = t.sso_identity_id
        where t.tenant_id = ? and i.user_id = ? and i.issuer = ? and i.identity_id = ?
        """,
        SsoTokenSetStore::entry,
        tenant,
        owner.userId(),
        owner.issuer(),
        owner.identityId());
  }

  /** A set and whose it is. */
  record Owned(Owner owner, Entry entry) {}

  /** The latest set of the person's that came by the connector. */
  Optional<Owned> ofConnector(TenantId tenant, String userId, String connectorId) {
    return db.find(
        tenant,
        """
        select t.*, i.issuer, i.identity_id from sso_token_sets t
          join user_sso_identities i on i.tenant_id = t.tenant_id and i.id = t.sso_identity_id
        where t.tenant_id = ? and i.user_id = ? and i.sso_connector_id = ? order by t.updated_at desc, t.id limit 1
        """,
        row ->
            new Owned(new Owner(userId, row.text("issuer"), row.text("identity_id")), entry(row)),
        tenant,
        userId,
        connectorId);
  }

  /** Stores the set, in the place of an earlier one, if the identity is the person's. */
  void put(TenantId tenant, Owner owner, Entry entry, Instant now) {
    db.update(
        tenant,
        """
        insert into sso_token_sets (tenant_id, id, sso_identity_id, value, scope, token_type, has_refresh_token,
          issued_at, updated_at, expires_at)
        select i.tenant_id, ?::text, i.id, ?::bytea, ?::text, ?::text, ?::boolean, ?::timestamptz, ?::timestamptz,
          ?::timestamptz
        from user_sso_identities i where i.tenant_id = ? and i.user_id = ? and i.issuer = ? and i.identity_id = ?
        on conflict on constraint sso_token_sets_identity do update set id = excluded.id, value = excluded.value,
          scope = excluded.scope, token_type = excluded.token_type, has_refresh_token = excluded.has_refresh_token,
          updated_at = excluded.updated_at, expires_at = excluded.expires_at
        """,
        entry.id(),
        entry.value(),
        entry.scope(),
        entry.tokenType(),
        entry.hasRefreshToken(),
        now,
        now,
        entry.expiresAt(),
        tenant,
        owner.userId(),
        owner.issuer(),
        owner.identityId());
  }

  List<Described> described(TenantId tenant, String userId) {
    return db.query(
        tenant,
        """
        select t.*, i.user_id, i.sso_connector_id, i.issuer, i.identity_id
        from sso_token_sets t
          join user_sso_identities i on i.tenant_id = t.tenant_id and i.id = t.sso_identity_id
        where t.tenant_id = ? and i.user_id = ? order by i.created_at, i.id
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
                row.text("sso_connector_id"),
                row.text("issuer"),
                row.text("identity_id")),
        tenant,
        userId);
  }

  boolean delete(TenantId tenant, String id) {
    return db.update(
            tenant, "delete from sso_token_sets where tenant_id = ? and id = ?", tenant, id)
        == 1;
  }

  void deleteAll(TenantId tenant, String connectorId) {
    db.update(
        tenant,
        """
        delete from sso_token_sets t using user_sso_identities i
        where t.tenant_id = ? and i.tenant_id = t.tenant_id and i.id = t.sso_identity_id and i.sso_connector_id = ?
        """,
        tenant,
        connectorId);
  }

  private static Entry entry(Row row) throws SQLException {
    return new Entry(
        row.text("id"),
        row.bytes("value"),
        row.textOrNull("scope"),
        row.textOrNull("token_type"),
        row.flag("has_refresh_token"),
        row.instantOrNull("expires_at"));
  }
}
