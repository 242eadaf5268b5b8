package io.gatehouse.hook.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.json.JsonCodec;
import java.sql.SQLException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A delivery as the API shows it.
 *
 * @param sequence grows with the time of the events; a later delivery that overtook has the larger
 * @param nextAttemptAt null when it is over
 */
record DeliveryView(
    String id,
    String hookId,
    long sequence,
    String event,
    DeliveryState state,
    int attempts,
    @Nullable Integer lastStatus,
    @Nullable String lastError,
    Instant createdAt,
    @Nullable Instant nextAttemptAt,
    @Nullable Instant endedAt,
    JsonNode payload) {

  /** How far a list counts. */
  static final long COUNTED = 2_000;

  static DeliveryView of(Row row) throws SQLException {
    Instant ended = row.instantOrNull("ended_at");
    int status = row.integer("last_status");
    return new DeliveryView(
        row.text("id"),
        row.text("hook_id"),
        row.number("sequence"),
        row.text("event"),
        ended == null
            ? DeliveryState.WAITING
            : row.flag("delivered") ? DeliveryState.DELIVERED : DeliveryState.FAILED,
        row.integer("attempts"),
        status == 0 ? null : status,
        row.textOrNull("last_error"),
        row.instant("created_at"),
        ended == null ? row.instant("due_at") : null,
        ended,
        JsonCodec.tree(row.text("payload")));
  }
}
