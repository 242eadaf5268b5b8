package io.gatehouse.application.issuer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Trusted issuers in the database. */
@Singleton
class TrustedIssuerStore {
  private final Db db;

  TrustedIssuerStore(Db db) {
    this.db = db;
  }

  List<TrustedIssuer> list(TenantId tenant, String applicationId) {
    return db.query(
        tenant,
        """
        select * from application_trusted_issuers where tenant_id = ? and application_id = ? order by created_at, id
        """,
        TrustedIssuerStore::issuer,
        tenant,
        applicationId);
  }

  /** False when the application trusts as many as it may. */
  boolean insert(TenantId tenant, String applicationId, TrustedIssuer issuer, int most) {
    return db.update(
            tenant,
            """
            insert into application_trusted_issuers
              (tenant_id, application_id, id, issuer, audience, jwks, jwks_uri, subject, target, created_at)
            select ?, ?, ?, ?, ?, ?, ?, ?, ?, ?
            where (select count(*) from application_trusted_issuers where tenant_id = ? and application_id = ?) < ?
            """,
            tenant,
            applicationId,
            issuer.id(),
            issuer.issuer(),
            issuer.audience(),
            issuer.jwks() == null ? null : new Jsonb(issuer.jwks().toString()),
            issuer.jwksUri(),
            issuer.subject().code(),
            issuer.target(),
            issuer.createdAt(),
            tenant,
            applicationId,
            most)
        == 1;
  }

  /** The one that was deleted, if it was there. */
  Optional<TrustedIssuer> delete(TenantId tenant, String applicationId, String id) {
    return db.find(
        tenant,
        """
        delete from application_trusted_issuers where tenant_id = ? and application_id = ? and id = ? returning *
        """,
        TrustedIssuerStore::issuer,
        tenant,
        applicationId,
        id);
  }

  private static TrustedIssuer issuer(Row row) throws SQLException {
    @Nullable String jwks = row.textOrNull("jwks");
    return new TrustedIssuer(
        row.text("id"),
        row.text("issuer"),
        row.textOrNull("audience"),
        jwks == null ? null : (ObjectNode) JsonCodec.tree(jwks),
        row.textOrNull("jwks_uri"),
        SubjectMapping.valueOf(row.text("subject").toUpperCase(Locale.ROOT)),
        row.textOrNull("target"),
        row.instant("created_at"));
  }
}
