package io.gatehouse.user.sso;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.UserRow;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Identities at enterprises' providers, in the database. */
@Singleton
class SsoIdentityStore {
  private final Db db;

  SsoIdentityStore(Db db) {
    this.db = db;
  }

  /** An identity to be somebody's. */
  record Entry(String id, String userId, SsoIdentity identity) {}

  Optional<SsoIdentities.Known> find(TenantId tenant, String issuer, String identityId) {
    return db.find(
        tenant,
        "select x.sso_connector_id, "
            + UserRow.COLUMNS
            + """
             from user_sso_identities x join users u on u.tenant_id = x.tenant_id and u.id = x.user_id
            where x.tenant_id = ? and x.issuer = ? and x.identity_id = ?
            """,
        row -> new SsoIdentities.Known(UserRow.read(row), row.text("sso_connector_id")),
        tenant,
        issuer,
        identityId);
  }

  boolean any(TenantId tenant, String userId) {
    return db.one(
        tenant,
        "select exists (select from user_sso_identities where tenant_id = ? and user_id = ?) as found",
        row -> row.flag("found"),
        tenant,
        userId);
  }

  /** Those of a person, the oldest first. */
  List<SsoIdentity> list(TenantId tenant, String userId) {
    return db.query(
        tenant,
        """
        select sso_connector_id, issuer, identity_id, detail from user_sso_identities
        where tenant_id = ? and user_id = ? order by created_at, id
        """,
        row ->
            new SsoIdentity(
                row.text("sso_connector_id"),
                row.text("issuer"),
                row.text("identity_id"),
                JsonCodec.read(row.text("detail"), ObjectNode.class)),
        tenant,
        userId);
  }

  /** Whether it is new; empty when it is somebody else's. */
  Optional<Boolean> put(TenantId tenant, Entry entry, Instant now) {
    SsoIdentity identity = entry.identity();
    return db.find(
        tenant,
        """
        insert into user_sso_identities as mine
          (tenant_id, id, user_id, sso_connector_id, issuer, identity_id, detail, created_at, updated_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        on conflict on constraint user_sso_identities_identity
          do update set detail = excluded.detail, updated_at = excluded.updated_at
          where mine.user_id = excluded.user_id
        returning id = ? as made
        """,
        row -> row.flag("made"),
        tenant,
        entry.id(),
        entry.userId(),
        identity.ssoConnectorId(),
        identity.issuer(),
        identity.identityId(),
        new Jsonb(identity.detail().toString()),
        now,
        now,
        entry.id());
  }
}
