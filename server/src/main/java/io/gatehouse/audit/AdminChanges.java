package io.gatehouse.audit;

import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes an administrator's change whole: the rows, the record of who did it, and the notice that
 * drops cached copies on every node are one transaction.
 */
@Singleton
public class AdminChanges {
  private final Db db;
  private final Invalidations invalidations;
  private final AdminAudit audit;

  AdminChanges(Db db, Invalidations invalidations, AdminAudit audit) {
    this.db = db;
    this.invalidations = invalidations;
    this.audit = audit;
  }

  /**
   * Runs the work, and tells of it.
   *
   * @param topic under which caches hear of it
   * @param change what to record of the work's result
   */
  public <T> T make(
      TenantId tenant,
      Actor actor,
      String topic,
      Supplier<T> work,
      Function<? super T, AdminChange> change) {
    return db.transaction(
        tenant,
        () -> {
          T result = work.get();
          audit.record(tenant, actor, change.apply(result));
          invalidations.changed(tenant, topic);
          return result;
        });
  }

  /** The same for work without a result. */
  public void make(TenantId tenant, Actor actor, String topic, AdminChange change, Runnable work) {
    make(
        tenant,
        actor,
        topic,
        () -> {
          work.run();
          return change;
        },
        done -> done);
  }

  /** Does work that is of use only when the changes under way are made, after them. */
  public void afterwards(Runnable work) {
    db.afterCommit(work);
  }
}
