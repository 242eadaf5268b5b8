package io.gatehouse.branding.captcha;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.crypto.Seal;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;

/** Captcha providers in the database. */
@Singleton
class CaptchaProviderStore {
  private final Db db;
  private final Sealer sealer;

  CaptchaProviderStore(Db db, Sealer sealer) {
    this.db = db;
    this.sealer = sealer;
  }

  Optional<CaptchaProvider> find(TenantId tenant) {
    return db.find(
        tenant,
        "select * from captcha_providers where tenant_id = ?",
        row -> provider(tenant, row),
        tenant);
  }

  /** Adds the provider, or gives the one that is there another configuration. */
  CaptchaProvider put(TenantId tenant, String id, ObjectNode config, Instant now) {
    byte[] sealed = sealer.seal(config.toString().getBytes(UTF_8), place(tenant));
    return db.one(
        tenant,
        """
        insert into captcha_providers (tenant_id, id, config, created_at, updated_at) values (?, ?, ?, ?, ?)
        on conflict (tenant_id) do update set config = excluded.config
        returning *
        """,
        row -> provider(tenant, row),
        tenant,
        id,
        sealed,
        now,
        now);
  }

  void delete(TenantId tenant) {
    db.update(tenant, "delete from captcha_providers where tenant_id = ?", tenant);
  }

  void switchOff(TenantId tenant) {
    db.update(
        tenant,
        """
        update sign_in_experiences set value = jsonb_set(value, '{captchaPolicy}', '{"enabled": false}')
        where tenant_id = ?
        """,
        tenant);
  }

  private CaptchaProvider provider(TenantId tenant, Row row) throws SQLException {
    byte[] config = sealer.open(row.bytes("config"), place(tenant));
    return new CaptchaProvider(
        tenant,
        row.text("id"),
        (ObjectNode) JsonCodec.tree(new String(config, UTF_8)),
        row.instant("created_at"),
        row.instant("updated_at"));
  }

  private static Seal place(TenantId tenant) {
    return new Seal(tenant.value(), "captcha_providers.config", tenant.value());
  }
}
