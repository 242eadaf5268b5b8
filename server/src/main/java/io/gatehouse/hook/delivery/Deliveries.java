package io.gatehouse.hook.delivery;

import io.gatehouse.audit.log.LogEntry;
import io.gatehouse.audit.log.Logs;
import io.gatehouse.hook.event.Bell;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import io.micrometer.core.instrument.Metrics;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Delivers events: takes what is due, sends it, and writes down how it went. */
@Singleton
class Deliveries {
  /** Longer than an attempt can take, redirects included: a node that died gives them back so. */
  private static final Duration LEASE = Post.PATIENCE.multipliedBy(2);

  private static final int LONGEST_ERROR = 1_000;

  private final DeliveryStore store;
  private final Post post;
  private final Logs logs;
  private final Db db;
  private final Bell bell;
  private final InstantSource clock;

  Deliveries(DeliveryStore store, Post post, Logs logs, Db db, Bell bell, InstantSource clock) {
    this.store = store;
    this.post = post;
    this.logs = logs;
    this.db = db;
    this.bell = bell;
    this.clock = clock;
  }

  List<Delivery> claim(int most) {
    return store.claim(clock.instant(), LEASE, most);
  }

  /** How long until a retry is due; none when nothing waits for its time. */
  Optional<Duration> untilNext() {
    Instant now = clock.instant();
    return store.nextDue(now).map(due -> Duration.between(now, due));
  }

  /** One attempt; afterwards the delivery is over, or is due again later. */
  void attempt(Delivery delivery) {
    Receipt receipt =
        post.send(delivery.config(), delivery.signingKey(), delivery.payload(), headers(delivery));
    Instant now = clock.instant();
    Instant again =
        receipt.accepted() ? null : Backoff.after(delivery.attempt()).map(now::plus).orElse(null);
    db.transaction(
        delivery.tenant(),
        () -> {
          store.settle(delivery, outcome(receipt), again, now);
          logs.record(delivery.tenant(), entry(delivery, receipt));
        });
    Metrics.counter(
            "gatehouse.hook.attempts",
            "outcome",
            receipt.accepted() ? "delivered" : again == null ? "given up" : "retried")
        .increment();
  }

  Slice<DeliveryView> list(TenantId tenant, String hookId, DeliveryState state, Page page) {
    return store.list(tenant, hookId, state, page);
  }

  /** Sends a delivery again, whatever became of it. */
  DeliveryView again(TenantId tenant, String hookId, String id) {
    DeliveryView view =
        store
            .again(tenant, hookId, id, clock.instant())
            .orElseThrow(() -> EntityError.missing("hook_deliveries", id));
    bell.ring();
    return view;
  }

  private static Map<String, String> headers(Delivery delivery) {
    return Map.of(
        "gatehouse-delivery-id", delivery.id(),
        "gatehouse-delivery-sequence", Long.toString(delivery.sequence()),
        "gatehouse-delivery-attempt", Integer.toString(delivery.attempt()));
  }

  private static DeliveryStore.Outcome outcome(Receipt receipt) {
    return switch (receipt) {
      case Receipt.Answered answered ->
          new DeliveryStore.Outcome(answered.accepted(), answered.status(), error(receipt));
      case Receipt.Unanswered unanswered -> new DeliveryStore.Outcome(false, null, error(receipt));
    };
  }

  private static @Nullable String error(Receipt receipt) {
    String error =
        switch (receipt) {
          case Receipt.Answered answered ->
              answered.accepted() ? null : "The receiver answered " + answered.status() + ".";
          case Receipt.Unanswered unanswered -> unanswered.reason();
        };
    return error == null || error.length() <= LONGEST_ERROR
        ? error
        : error.substring(0, LONGEST_ERROR);
  }

  private static LogEntry entry(Delivery delivery, Receipt receipt) {
    LogEntry entry =
        LogEntry.of(delivery.event().logKey())
            .with("hookId", delivery.hookId())
            .with("hookRequest", Map.of("body", JsonCodec.tree(delivery.payload())));
    if (receipt instanceof Receipt.Answered answered) {
      entry =
          entry.with(
              "response",
              JsonCodec.object()
                  .put("statusCode", answered.status())
                  .set("body", answered.shown()));
    }
    String error = error(receipt);
    return error == null ? entry : entry.failed(error);
  }
}
