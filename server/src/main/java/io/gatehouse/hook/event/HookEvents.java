package io.gatehouse.hook.event;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** Takes down what happens, for the hooks that want to hear of it. */
@Singleton
public class HookEvents {
  /** The topic under which changed hooks are announced. */
  public static final String TOPIC = "hooks";

  private static final int LONGEST_SUBJECT = 300;
  private static final ScopedValue<List<Detail>> TOLD = ScopedValue.newInstance();

  private final OutboxStore outbox;
  private final Db db;
  private final Bell bell;
  private final InstantSource clock;
  private final TenantCache<String, List<Subscription>> subscriptions;

  HookEvents(
      OutboxStore outbox, Db db, Invalidations invalidations, Bell bell, InstantSource clock) {
    this.outbox = outbox;
    this.db = db;
    this.bell = bell;
    this.clock = clock;
    this.subscriptions = new TenantCache<>(invalidations, 10_000, TOPIC);
  }

  /** What a noun has to say about an event of the call under way. */
  record Detail(HookEvent event, String subjectId, ObjectNode members) {}

  /** Whether anybody listens; from the cache. */
  public boolean wanted(TenantId tenant, HookEvent event) {
    return listeners(tenant).stream().anyMatch(each -> each.events().contains(event));
  }

  /**
   * Adds members to an event of the call of the Management API under way that only the noun knows,
   * or another event to those of {@link DataRoutes}. Elsewhere it does nothing.
   */
  public void tell(HookEvent event, String subjectId, Map<String, ?> members) {
    if (TOLD.isBound()) {
      TOLD.get()
          .add(new Detail(event, subjectId, JsonCodec.mapper().<ObjectNode>valueToTree(members)));
    }
  }

  /**
   * Writes an event into the outbox; belongs into the transaction of what happened.
   *
   * @param body everything after {@code event} and {@code createdAt}; asked only when somebody
   *     listens
   */
  public void raise(TenantId tenant, HookEvent event, String subjectId, Supplier<ObjectNode> body) {
    List<Subscription> listening =
        listeners(tenant).stream().filter(each -> each.events().contains(event)).toList();
    if (listening.isEmpty()) {
      return;
    }
    Instant now = clock.instant();
    EventBody whole = EventBody.of(event).createdAt(now).withAll(body.get());
    String subject = event.noun() + " " + subjectId;
    outbox.insert(
        tenant,
        event,
        subject.length() > LONGEST_SUBJECT ? subject.substring(0, LONGEST_SUBJECT) : subject,
        listening.stream()
            .map(each -> new OutboxStore.Letter(each.hookId(), whole.text(each.hookId())))
            .toList(),
        now);
    db.afterCommit(bell::ring);
  }

  /** Runs a call, and answers what nouns told meanwhile. */
  List<Detail> listen(Runnable work) {
    List<Detail> told = new ArrayList<>();
    ScopedValue.where(TOLD, told).run(work);
    return told;
  }

  private List<Subscription> listeners(TenantId tenant) {
    return subscriptions.get(tenant, "", () -> outbox.subscriptions(tenant));
  }
}
