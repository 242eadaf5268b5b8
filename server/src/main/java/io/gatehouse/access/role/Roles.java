package io.gatehouse.access.role;

import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Map;
import java.util.function.Supplier;

/** Everything that can be done with roles. */
@Singleton
public class Roles {
  /** The topic under which changes are announced, of roles as of what they grant and to whom. */
  public static final String TOPIC = "roles";

  private final RoleStore store;
  private final RoleScopes scopes;
  private final Db db;
  private final Invalidations invalidations;
  private final InstantSource clock;

  Roles(
      RoleStore store, RoleScopes scopes, Db db, Invalidations invalidations, InstantSource clock) {
    this.store = store;
    this.scopes = scopes;
    this.db = db;
    this.invalidations = invalidations;
    this.clock = clock;
  }

  Slice<RoleListing> list(TenantId tenant, RoleFilter filter, Page page) {
    return store.list(tenant, filter, page);
  }

  /** The role, or the end of the request. */
  public Role get(TenantId tenant, RoleId id) {
    return store.find(tenant, id).orElseThrow(() -> EntityError.missing("roles", id.value()));
  }

  /** A role and its first scopes: all of it, or nothing. */
  Role create(TenantId tenant, RoleInput input) {
    Role role =
        new Role(
            tenant,
            new RoleId(Ids.standardId()),
            input.name(),
            input.description(),
            input.type() == null ? RoleType.User : input.type(),
            input.isDefault() != null && input.isDefault());
    return changing(
        tenant,
        () -> {
          insert(role);
          if (input.scopeIds() != null) {
            scopes.add(role, input.scopeIds());
          }
          return role;
        });
  }

  Role change(TenantId tenant, RoleId id, RolePatch patch) {
    Role before = get(tenant, id);
    if (patch.isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
    return changing(
        tenant,
        () -> {
          try {
            return store
                .update(tenant, before.id(), patch)
                .orElseThrow(() -> EntityError.missing("roles", id.value()));
          } catch (DbException.Unique e) {
            throw RoleError.NAME_IN_USE.exception(Map.of("name", String.valueOf(patch.name())));
          }
        });
  }

  void delete(TenantId tenant, RoleId id) {
    changing(
        tenant,
        () -> {
          if (!store.delete(tenant, id)) {
            throw EntityError.missing("roles", id.value());
          }
          return id;
        });
  }

  private void insert(Role role) {
    try {
      store.insert(role, clock.instant());
    } catch (DbException.Unique e) {
      throw RoleError.NAME_IN_USE.exception(Map.of("name", role.name()));
    }
  }

  /** Runs a change in a transaction that tells every node of it. */
  private <T> T changing(TenantId tenant, Supplier<T> work) {
    return db.transaction(
        tenant,
        () -> {
          T result = work.get();
          invalidations.changed(tenant, TOPIC);
          return result;
        });
  }
}
