package io.gatehouse.branding;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;

/** The document in the database. */
@Singleton
class SignInExperienceStore {
  private final Db db;

  SignInExperienceStore(Db db) {
    this.db = db;
  }

  Optional<SignInExperience> find(TenantId tenant) {
    return db.find(
        tenant,
        "select value from sign_in_experiences where tenant_id = ?",
        row -> SignInExperience.of((ObjectNode) JsonCodec.tree(row.text("value"))),
        tenant);
  }

  void put(TenantId tenant, SignInExperience experience, Instant now) {
    db.update(
        tenant,
        """
        insert into sign_in_experiences (tenant_id, value, updated_at) values (?, ?, ?)
        on conflict (tenant_id) do update set value = excluded.value, updated_at = excluded.updated_at
        """,
        tenant,
        new Jsonb(JsonCodec.text(experience)),
        now);
  }

  boolean closeRegistration(TenantId tenant, Instant now) {
    return db.update(
            tenant,
            """
            update sign_in_experiences set value = jsonb_set(value, '{signInMode}', '"SignIn"'), updated_at = ?
            where tenant_id = ? and value ->> 'signInMode' = 'Register'
            """,
            now,
            tenant)
        == 1;
  }
}
