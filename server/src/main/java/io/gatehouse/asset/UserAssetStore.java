package io.gatehouse.asset;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.LongBytes;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.io.InputStream;
import java.time.Instant;
import java.util.Optional;

/** Uploaded files in the database, whose content is written as a stream and read in slices. */
@Singleton
class UserAssetStore {
  private final Db db;

  UserAssetStore(Db db) {
    this.db = db;
  }

  void insert(
      TenantId tenant, UserAsset asset, String createdBy, Instant createdAt, InputStream content) {
    db.update(
        tenant,
        """
        insert into user_assets (tenant_id, id, name, media_type, size, created_by, created_at, content)
        values (?, ?, ?, ?, ?, ?, ?, ?)
        """,
        tenant,
        asset.id(),
        asset.name(),
        asset.mediaType(),
        asset.size(),
        createdBy,
        createdAt,
        new LongBytes(content, asset.size()));
  }

  void delete(TenantId tenant, String id, String creator) {
    db.update(
        tenant,
        "delete from user_assets where tenant_id = ? and id = ? and created_by = ?",
        tenant,
        id,
        creator);
  }

  void deleteAll(TenantId tenant, String creator) {
    db.update(
        tenant, "delete from user_assets where tenant_id = ? and created_by = ?", tenant, creator);
  }

  Optional<UserAsset> find(TenantId tenant, String id) {
    return db.find(
        tenant,
        "select id, name, media_type, size from user_assets where tenant_id = ? and id = ?",
        row ->
            new UserAsset(
                row.text("id"), row.text("name"), row.text("media_type"), row.integer("size")),
        tenant,
        id);
  }

  /** How many files somebody has sent. */
  int countOf(TenantId tenant, String creator) {
    return db.one(
        tenant,
        "select count(*) as n from user_assets where tenant_id = ? and created_by = ?",
        row -> row.integer("n"),
        tenant,
        creator);
  }

  /** Part of the content, from an offset on. */
  byte[] slice(TenantId tenant, String id, int offset, int length) {
    return db.find(
            tenant,
            "select substring(content from ? for ?) as slice from user_assets where tenant_id = ? and id = ?",
            row -> row.bytes("slice"),
            offset + 1,
            length,
            tenant,
            id)
        .orElse(new byte[0]);
  }
}
