package io.gatehouse.application.authentication;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How applications authenticate, in the database. */
@Singleton
class ApplicationAuthenticationStore {
  private final Db db;

  ApplicationAuthenticationStore(Db db) {
    this.db = db;
  }

  Optional<ApplicationAuthentication> find(TenantId tenant, String applicationId) {
    return db.find(
        tenant,
        "select * from application_authentication where tenant_id = ? and application_id = ?",
        ApplicationAuthenticationStore::authentication,
        tenant,
        applicationId);
  }

  void replace(TenantId tenant, String applicationId, ApplicationAuthentication wanted) {
    ObjectNode jwks = wanted.jwks();
    db.update(
        tenant,
        """
        insert into application_authentication (tenant_id, application_id, method, jwks, jwks_uri, certificate_name, certificate_bound, fapi)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        on conflict (tenant_id, application_id) do update
          set method = excluded.method, jwks = excluded.jwks, jwks_uri = excluded.jwks_uri,
            certificate_name = excluded.certificate_name, certificate_bound = excluded.certificate_bound, fapi = excluded.fapi
        """,
        tenant,
        applicationId,
        wanted.method() == null ? null : wanted.method().code(),
        jwks == null ? null : new Jsonb(jwks.toString()),
        wanted.jwksUri(),
        wanted.certificateName() == null
            ? null
            : new Jsonb(JsonCodec.text(wanted.certificateName())),
        wanted.bindsTokens(),
        wanted.heldToFapi());
  }

  private static ApplicationAuthentication authentication(Row row) throws SQLException {
    @Nullable String method = row.textOrNull("method");
    @Nullable String jwks = row.textOrNull("jwks");
    @Nullable String name = row.textOrNull("certificate_name");
    return new ApplicationAuthentication(
        method == null ? null : AuthenticationMethod.valueOf(method.toUpperCase(Locale.ROOT)),
        jwks == null ? null : (ObjectNode) JsonCodec.tree(jwks),
        row.textOrNull("jwks_uri"),
        name == null ? null : JsonCodec.read(name, CertificateName.class),
        row.flag("certificate_bound"),
        row.flag("fapi"));
  }
}
