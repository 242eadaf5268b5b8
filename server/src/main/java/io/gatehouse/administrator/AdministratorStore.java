package io.gatehouse.administrator;

import io.gatehouse.access.role.RoleId;
import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.User;
import io.gatehouse.user.UserRow;
import jakarta.inject.Singleton;
import java.util.List;

/** Who holds the role that puts people in charge, in the database. */
@Singleton
class AdministratorStore {
  private final Db db;

  AdministratorStore(Db db) {
    this.db = db;
  }

  /** Who holds the role, the longest-standing account first. */
  List<User> list(TenantId tenant, RoleId role) {
    return db.query(
        tenant,
        "select "
            + UserRow.COLUMNS
            + """
            from user_roles h join users u on u.tenant_id = h.tenant_id and u.id = h.user_id
            where h.tenant_id = ? and h.role_id = ? order by u.created_at, u.id
            """,
        UserRow::read,
        tenant,
        role.value());
  }

  /** Whether the person holds the role, and keeps it until the end of the transaction. */
  boolean keeps(TenantId tenant, RoleId role, String userId) {
    return db.find(
            tenant,
            "select role_id from user_roles where tenant_id = ? and role_id = ? and user_id = ? for share",
            row -> row.text("role_id"),
            tenant,
            role.value(),
            userId)
        .isPresent();
  }

  /**
   * Takes the role from one who holds it, by another who holds it still; so there is always one
   * left. All holders are locked in order: of two who dismiss each other, one comes too late.
   */
  boolean dismiss(TenantId tenant, RoleId role, String userId, String byUserId) {
    return db.update(
            tenant,
            """
            with holders as (
              select user_id from user_roles where tenant_id = ? and role_id = ? order by user_id for update)
            delete from user_roles where tenant_id = ? and role_id = ? and user_id = ?
              and (select count(*) from holders where user_id in (?, ?)) = 2
            """,
            tenant,
            role.value(),
            tenant,
            role.value(),
            userId,
            userId,
            byUserId)
        == 1;
  }
}
