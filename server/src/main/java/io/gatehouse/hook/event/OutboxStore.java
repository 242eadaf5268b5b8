package io.gatehouse.hook.event;

import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The outbox in the database: one row for each event and hook. */
@Singleton
class OutboxStore {
  /** How long a delivery that does not succeed holds back later ones about the same subject. */
  static final Duration HOLD = Duration.ofMinutes(15);

  /** How long a delivery can be looked at, and be sent again by hand. */
  static final Duration KEPT = Duration.ofDays(5);

  private final Db db;

  OutboxStore(Db db) {
    this.db = db;
  }

  /** Who listens to what; hooks that are off listen to nothing. */
  List<Subscription> subscriptions(TenantId tenant) {
    return db.query(
        tenant,
        "select id, event, events from hooks where tenant_id = ? and enabled order by id",
        row -> {
          List<String> names = row.texts("events");
          String single = row.textOrNull("event");
          if (names.isEmpty() && single != null) {
            names = List.of(single);
          }
          return new Subscription(
              row.text("id"), names.stream().map(HookEvent::of).collect(Collectors.toSet()));
        },
        tenant);
  }

  /**
   * Writes an event for each of the hooks that still exist. Events about one subject get their
   * numbers one transaction after the other, so that their order is the order of the changes.
   */
  void insert(TenantId tenant, HookEvent event, String subject, List<Letter> letters, Instant now) {
    List<String> ids = new ArrayList<>();
    letters.forEach(letter -> ids.add(Ids.standardId()));
    db.update(
        tenant,
        """
        insert into hook_deliveries
          (tenant_id, id, hook_id, event, subject, payload, created_at, holds_until, due_at, expires_at)
        select h.tenant_id, made.id, h.id, ?, ?, made.payload, ?, ?, ?, ?
        from (select pg_advisory_xact_lock(hashtextextended(?, 0)) offset 0) as turn
          cross join unnest(?::text[], ?::text[], ?::text[]) as made (id, hook_id, payload)
          join hooks h on h.tenant_id = ? and h.id = made.hook_id
        """,
        event.wire(),
        subject,
        now,
        now.plus(HOLD),
        now,
        now.plus(KEPT),
        tenant.value() + " " + subject,
        ids,
        letters.stream().map(Letter::hookId).toList(),
        letters.stream().map(Letter::payload).toList(),
        tenant);
  }

  /** What one hook is sent. */
  record Letter(String hookId, String payload) {}
}
