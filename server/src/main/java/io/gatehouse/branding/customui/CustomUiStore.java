package io.gatehouse.branding.customui;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Sign-in pages of tenants' own, in the database. */
@Singleton
class CustomUiStore {
  private final Db db;

  CustomUiStore(Db db) {
    this.db = db;
  }

  void insert(TenantId tenant, String id, Instant now) {
    db.update(
        tenant,
        "insert into custom_uis (tenant_id, id, created_at) values (?, ?, ?)",
        tenant,
        id,
        now);
  }

  void insertFile(TenantId tenant, String id, String path, byte[] content) {
    db.update(
        tenant,
        "insert into custom_ui_files (tenant_id, custom_ui_id, path, content) values (?, ?, ?, ?)",
        tenant,
        id,
        path,
        content);
  }

  Optional<CustomUiFile> find(TenantId tenant, String id, String path) {
    return db.find(
        tenant,
        "select path, content from custom_ui_files where tenant_id = ? and custom_ui_id = ? and path = ?",
        row -> new CustomUiFile(row.text("path"), row.bytes("content")),
        tenant,
        id,
        path);
  }

  /** Deletes all but the newest and the one that is served. */
  void deleteOld(TenantId tenant, int kept, @Nullable String served) {
    db.update(
        tenant,
        """
        delete from custom_uis where tenant_id = ? and id is distinct from ?
          and id not in (select id from custom_uis where tenant_id = ? order by created_at desc, id limit ?)
        """,
        tenant,
        served,
        tenant,
        kept);
  }
}
