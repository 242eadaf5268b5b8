package io.gatehouse.branding.phrase;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;

/** Custom phrases in the database. */
@Singleton
class CustomPhraseStore {
  private final Db db;

  CustomPhraseStore(Db db) {
    this.db = db;
  }

  /** What became of a wish to delete. */
  record Deletion(boolean fallback, boolean gone) {}

  List<CustomPhrase> all(TenantId tenant) {
    return db.query(
        tenant,
        "select * from custom_phrases where tenant_id = ? order by language_tag",
        row -> phrase(tenant, row),
        tenant);
  }

  /** The row with the new translation; a row that was there keeps its id. */
  CustomPhrase put(TenantId tenant, String id, String languageTag, ObjectNode translation) {
    return db.one(
        tenant,
        """
        insert into custom_phrases (tenant_id, id, language_tag, translation) values (?, ?, ?, ?)
        on conflict (tenant_id, language_tag) do update set translation = excluded.translation
        returning *
        """,
        row -> phrase(tenant, row),
        tenant,
        id,
        languageTag,
        new Jsonb(translation.toString()));
  }

  /** Deletes a language's phrases, unless pages fall back to that language. */
  Deletion delete(TenantId tenant, String languageTag) {
    return db.one(
        tenant,
        """
        with fallback as (
          select from sign_in_experiences
          where tenant_id = ? and value #>> '{languageInfo,fallbackLanguage}' = ?),
        gone as (
          delete from custom_phrases
          where tenant_id = ? and language_tag = ? and not exists (select from fallback)
          returning 1)
        select exists (select from fallback) as fallback, exists (select from gone) as gone
        """,
        row -> new Deletion(row.flag("fallback"), row.flag("gone")),
        tenant,
        languageTag,
        tenant,
        languageTag);
  }

  private static CustomPhrase phrase(TenantId tenant, Row row) throws SQLException {
    return new CustomPhrase(
        tenant,
        row.text("id"),
        row.text("language_tag"),
        (ObjectNode) JsonCodec.tree(row.text("translation")));
  }
}
