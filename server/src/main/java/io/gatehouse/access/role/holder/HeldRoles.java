package io.gatehouse.access.role.holder;

import io.gatehouse.access.role.Role;
import io.gatehouse.access.role.RoleId;
import io.gatehouse.access.role.Roles;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.error.ErrorCode;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Map;

/** The roles of a person or an application, from the holder's side. */
@Singleton
public class HeldRoles {
  private final HeldRoleStore store;
  private final Db db;
  private final Invalidations invalidations;

  HeldRoles(HeldRoleStore store, Db db, Invalidations invalidations) {
    this.store = store;
    this.db = db;
    this.invalidations = invalidations;
  }

  /** The roles, without internal ones; columns of the search are those of {@code roles r}. */
  public Slice<Role> list(TenantId tenant, RoleHolder holder, Search search, Page page) {
    return store.list(tenant, holder, search, page);
  }

  public boolean holds(TenantId tenant, RoleHolder holder, RoleId role) {
    return store.held(tenant, holder).contains(role.value());
  }

  /** The ids of the holder's roles. */
  public List<String> held(TenantId tenant, RoleHolder holder) {
    return store.held(tenant, holder);
  }

  /** Those of the roles that the holder lacks, each once. */
  public List<String> notHeld(TenantId tenant, RoleHolder holder, List<String> roleIds) {
    if (roleIds.isEmpty()) {
      return List.of();
    }
    List<String> held = store.held(tenant, holder);
    return roleIds.stream().distinct().filter(id -> !held.contains(id)).toList();
  }

  /** Ends the request when one of the roles is for another kind of holder, or does not exist. */
  public void requireType(
      TenantId tenant, RoleHolder holder, List<String> roleIds, ErrorCode wrongType) {
    if (store.anyOfOtherType(tenant, holder.type(), roleIds)) {
      throw wrongType.exception();
    }
    requireExisting(tenant, roleIds);
  }

  /** Ends the request when one of the roles does not exist. */
  public void requireExisting(TenantId tenant, List<String> roleIds) {
    store
        .firstUnknown(tenant, roleIds)
        .ifPresent(id -> {
          throw EntityError.missing("roles", id);
        });
  }

  /** Gives roles that the holder lacks. */
  public void add(TenantId tenant, RoleHolder holder, List<String> roleIds) {
    changing(tenant, () -> store.add(tenant, holder, roleIds));
  }

  /** Leaves the holder with these roles only. */
  public void replace(TenantId tenant, RoleHolder holder, List<String> roleIds) {
    changing(
        tenant,
        () -> {
          store.removeOthers(tenant, holder, roleIds);
          store.add(tenant, holder, notHeld(tenant, holder, roleIds));
        });
  }

  /** Takes a role; false when the holder had it not. */
  public boolean remove(TenantId tenant, RoleHolder holder, RoleId role) {
    return db.transaction(
        tenant,
        () -> {
          boolean removed = store.remove(tenant, holder, role);
          invalidations.changed(tenant, Roles.TOPIC);
          return removed;
        });
  }

  /** Gives or takes one role, whatever it was before. */
  public void set(TenantId tenant, RoleHolder holder, RoleId role, boolean wanted) {
    if (!wanted) {
      remove(tenant, holder, role);
      return;
    }
    if (store.firstUnknown(tenant, List.of(role.value())).isPresent()) {
      throw EntityError.NOT_EXISTS.exception(Map.of("name", "role"));
    }
    add(tenant, holder, notHeld(tenant, holder, List.of(role.value())));
  }

  private void changing(TenantId tenant, Runnable work) {
    db.transaction(
        tenant,
        () -> {
          work.run();
          invalidations.changed(tenant, Roles.TOPIC);
        });
  }
}
