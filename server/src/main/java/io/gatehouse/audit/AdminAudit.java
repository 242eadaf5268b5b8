package io.gatehouse.audit;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Keeps who of the administrators changed what. */
@Singleton
public class AdminAudit {
  private static final int BATCH = 500;

  private final AuditStore store;
  private final Months months;
  private final InstantSource clock;

  AdminAudit(AuditStore store, Months months, InstantSource clock) {
    this.store = store;
    this.months = months;
    this.clock = clock;
  }

  /** Keeps a change; belongs into the transaction of the change. */
  public void record(TenantId tenant, Actor actor, AdminChange change) {
    Instant now = clock.instant();
    months.of(now);
    store.insert(
        tenant,
        actor,
        new AdminChange(
            change.action(),
            change.subjectType(),
            change.subjectId(),
            masked(change.before()),
            masked(change.after())),
        now);
  }

  Slice<AuditRecord> list(TenantId tenant, AuditFilter filter, Page page) {
    return store.list(tenant, filter, page);
  }

  /** The records that follow a place, newest first. */
  List<AuditRecord> after(TenantId tenant, AuditFilter filter, AuditPlace place, int count) {
    return store.next(tenant, filter, place, count);
  }

  /** Hands over every record that the filter lets through, newest first, however many there are. */
  void forEach(TenantId tenant, AuditFilter filter, Consumer<AuditRecord> consumer) {
    List<AuditRecord> batch = store.next(tenant, filter, null, BATCH);
    while (!batch.isEmpty()) {
      batch.forEach(consumer);
      batch =
          batch.size() < BATCH
              ? List.of()
              : store.next(tenant, filter, AuditPlace.of(batch.getLast()), BATCH);
    }
  }

  private static @Nullable JsonNode masked(@Nullable Object state) {
    return state == null ? null : Masking.mask(JsonCodec.mapper().valueToTree(state));
  }
}
