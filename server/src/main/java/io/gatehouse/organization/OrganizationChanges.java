package io.gatehouse.organization;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * Makes an administrator's change of organizations whole, and answers a change that names what does
 * not exist as this family does.
 */
@Singleton
public class OrganizationChanges {
  /** The topic under which changes are announced, of organizations as of their template. */
  public static final String TOPIC = "organizations";

  private final AdminChanges changes;

  OrganizationChanges(AdminChanges changes) {
    this.changes = changes;
  }

  /**
   * Runs the work, and tells of it.
   *
   * @param change what to record of the work's result
   */
  public <T> T make(
      TenantId tenant, Actor actor, Supplier<T> work, Function<? super T, AdminChange> change) {
    try {
      return changes.make(tenant, actor, TOPIC, work, change);
    } catch (DbException.ForeignKey e) {
      throw EntityError.RELATION_UNPROCESSABLE.exception();
    }
  }

  /** The same for work without a result. */
  public void make(TenantId tenant, Actor actor, AdminChange change, Runnable work) {
    make(
        tenant,
        actor,
        () -> {
          work.run();
          return change;
        },
        done -> done);
  }
}
