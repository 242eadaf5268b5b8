package io.gatehouse.hook.delivery;

import io.gatehouse.hook.HookSecrets;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The outbox, from the side of those who empty it. */
@Singleton
class DeliveryStore {
  /** At most so many deliveries to one hook are under way at a time. */
  private static final int OF_ONE_HOOK = 4;

  private static final String CLAIM =
      """
      with picked as materialized (
        select due.tenant_id, due.id
        from hooks h cross join lateral (
          select d.tenant_id, d.id from hook_deliveries d
          where d.tenant_id = h.tenant_id and d.hook_id = h.id and d.ended_at is null and d.due_at <= ?
            and (d.lease_until is null or d.lease_until <= ?)
            and not exists (
              select from hook_deliveries e
              where e.tenant_id = d.tenant_id and e.hook_id = d.hook_id and e.subject = d.subject
                and e.ended_at is null and e.sequence < d.sequence and e.holds_until > ?)
          order by d.sequence limit ? for update of d skip locked) as due
        where h.enabled
          and (select count(*) from hook_deliveries f
               where f.tenant_id = h.tenant_id and f.hook_id = h.id and f.ended_at is null and f.lease_until > ?) < ?
        limit ?)
      update hook_deliveries d set lease_until = ?, attempts = d.attempts + 1
      from picked join hooks h on h.tenant_id = picked.tenant_id
      where d.tenant_id = picked.tenant_id and d.id = picked.id and h.id = d.hook_id
      returning d.tenant_id, d.id, d.hook_id, d.sequence, d.event, d.payload, d.attempts, h.config, h.signing_key
      """;

  private final Db db;
  private final HookSecrets secrets;

  DeliveryStore(Db db, HookSecrets secrets) {
    this.db = db;
    this.secrets = secrets;
  }

  /** Takes what is due, of any tenant; of several nodes one gets each. */
  List<Delivery> claim(Instant now, Duration lease, int most) {
    return db.acrossTenants(connection -> {
      List<Delivery> claimed = new ArrayList<>();
      Timestamp time = Timestamp.from(now);
      try (PreparedStatement statement = connection.prepareStatement(CLAIM)) {
        statement.setTimestamp(1, time);
        statement.setTimestamp(2, time);
        statement.setTimestamp(3, time);
        statement.setInt(4, OF_ONE_HOOK);
        statement.setTimestamp(5, time);
        statement.setInt(6, OF_ONE_HOOK);
        statement.setInt(7, most);
        statement.setTimestamp(8, Timestamp.from(now.plus(lease)));
        try (ResultSet rows = statement.executeQuery()) {
          while (rows.next()) {
            claimed.add(delivery(rows));
          }
        }
      }
      return claimed;
    });
  }

  private Delivery delivery(ResultSet row) throws SQLException {
    TenantId tenant = new TenantId(row.getString("tenant_id"));
    String hookId = row.getString("hook_id");
    return new Delivery(
        tenant,
        row.getString("id"),
        hookId,
        row.getLong("sequence"),
        HookEvent.of(row.getString("event")),
        row.getString("payload"),
        row.getInt("attempts"),
        secrets.config(tenant, hookId, row.getBytes("config")),
        secrets.signingKey(tenant, hookId, row.getBytes("signing_key")));
  }

  /** When the next attempt is due that is still to come. */
  Optional<Instant> nextDue(Instant now) {
    return db.acrossTenants(connection -> {
      try (PreparedStatement statement =
          connection.prepareStatement(
              "select min(due_at) from hook_deliveries where ended_at is null and due_at > ?")) {
        statement.setTimestamp(1, Timestamp.from(now));
        try (ResultSet rows = statement.executeQuery()) {
          return rows.next()
              ? Optional.ofNullable(rows.getTimestamp(1)).map(Timestamp::toInstant)
              : Optional.empty();
        }
      }
    });
  }

  /** How an attempt went; a late answer to a lease that ran out changes nothing. */
  record Outcome(boolean delivered, @Nullable Integer status, @Nullable String error) {}

  /** Ends the delivery, or has it tried again at the given time. */
  boolean settle(Delivery delivery, Outcome outcome, @Nullable Instant again, Instant now) {
    return db.update(
            delivery.tenant(),
            """
            update hook_deliveries set lease_until = null, delivered = ?, last_status = ?, last_error = ?,
              ended_at = case when ?::timestamptz is null then ?::timestamptz end, due_at = coalesce(?, due_at)
            where tenant_id = ? and id = ? and attempts = ? and ended_at is null
            """,
            outcome.delivered(),
            outcome.status(),
            outcome.error(),
            again,
            now,
            again,
            delivery.tenant(),
            delivery.id(),
            delivery.attempt())
        == 1;
  }

  Slice<DeliveryView> list(TenantId tenant, String hookId, DeliveryState state, Page page) {
    Where where = Where.of("tenant_id = ? and hook_id = ?", tenant, hookId);
    switch (state) {
      case ANY -> {}
      case WAITING -> where.and("ended_at is null");
      case DELIVERED -> where.and("delivered");
      case FAILED -> where.and("ended_at is not null and not delivered");
    }
    return new ListQuery("*", "hook_deliveries", where, "sequence desc")
        .run(db, tenant, page, DeliveryView.COUNTED + 1, DeliveryView::of);
  }

  /** Has it sent again, with its id and its number; attempts under way stay what they are. */
  Optional<DeliveryView> again(TenantId tenant, String hookId, String id, Instant now) {
    return db.find(
        tenant,
        """
        update hook_deliveries set ended_at = null, delivered = false, due_at = ?,
          attempts = case when ended_at is null then attempts else 0 end
        where tenant_id = ? and hook_id = ? and id = ?
        returning *
        """,
        DeliveryView::of,
        now,
        tenant,
        hookId,
        id);
  }
}
