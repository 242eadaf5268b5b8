package io.gatehouse.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change by an administrator, as it is kept and answered.
 *
 * @param actor {@code {kind, id}}
 */
record AuditRecord(
    String id,
    JsonNode actor,
    String action,
    String subjectType,
    @Nullable String subjectId,
    @Nullable JsonNode before,
    @Nullable JsonNode after,
    @Nullable String ip,
    @Nullable String requestId,
    Instant createdAt) {

  static AuditRecord of(Row row) throws SQLException {
    String before = row.textOrNull("before");
    String after = row.textOrNull("after");
    return new AuditRecord(
        row.text("id"),
        JsonCodec.tree(row.text("actor")),
        row.text("action"),
        row.text("subject_type"),
        row.textOrNull("subject_id"),
        before == null ? null : JsonCodec.tree(before),
        after == null ? null : JsonCodec.tree(after),
        row.textOrNull("ip"),
        row.textOrNull("request_id"),
        row.instant("created_at"));
  }
}
