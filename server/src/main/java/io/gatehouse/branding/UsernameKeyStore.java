package io.gatehouse.branding;

import io.gatehouse.platform.db.Db;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.Arrays;
import java.util.List;

/** Usernames that a change of the policy makes equal, and the keys they are found by. */
@Singleton
class UsernameKeyStore {

  private final Db db;

  UsernameKeyStore(Db db) {
    this.db = db;
  }

  /** Names that differ in case only, the oldest first. */
  record Conflict(String usernameLower, List<String> userIds) {}

  List<Conflict> conflicts(TenantId tenant) {
    return db.query(
        tenant,
        """
        select lower(username) as name, string_agg(id, ' ' order by created_at, id) as ids
        from users where tenant_id = ? and username is not null
        group by lower(username) having count(*) > 1 order by min(created_at), 1
        """,
        row -> new Conflict(row.text("name"), Arrays.asList(row.text("ids").split(" "))),
        tenant);
  }

  /** Makes the keys follow the policy. */
  void rewrite(TenantId tenant, boolean caseSensitive) {
    db.update(
        tenant,
        caseSensitive
            ? "update users set username_key = username where tenant_id = ? and username_key <> username"
            : "update users set username_key = lower(username) where tenant_id = ? and username_key <> lower(username)",
        tenant);
  }
}
