package io.gatehouse.access.scope;

import io.gatehouse.access.ManagementApis;
import io.gatehouse.access.ResourceId;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Search;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Everything that can be done with scopes. */
@Singleton
public class Scopes {
  /** The topic under which changes are announced. */
  public static final String TOPIC = "scopes";

  private static final Pattern WHITE_SPACE =
      Pattern.compile("\\s", Pattern.UNICODE_CHARACTER_CLASS);

  private final ScopeStore store;
  private final AdminChanges changes;
  private final InstantSource clock;

  Scopes(ScopeStore store, AdminChanges changes, InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
  }

  /** The scopes of a resource; none when there is no such resource. */
  public Slice<Scope> list(TenantId tenant, ResourceId resource, Search search, Page page) {
    return store.list(tenant, resource, search, page);
  }

  /** The scopes of several resources, each in creation order. */
  public Map<ResourceId, List<Scope>> ofResources(
      TenantId tenant, Collection<ResourceId> resources) {
    return store.ofResources(tenant, resources.stream().map(ResourceId::value).toList()).stream()
        .collect(Collectors.groupingBy(Scope::resourceId));
  }

  Scope create(TenantId tenant, Actor actor, ResourceId resource, ScopeInput input) {
    refuseWhiteSpace(input.name());
    refuseManagementApi(tenant, resource);
    Scope scope =
        new Scope(
            tenant,
            new ScopeId(Ids.standardId()),
            resource,
            input.name(),
            input.description(),
            clock.instant());
    return changing(
        tenant,
        actor,
        () -> {
          insert(scope);
          return scope;
        },
        made -> AdminChange.created("scope", made.id().value(), made));
  }

  Scope change(TenantId tenant, Actor actor, ResourceId resource, ScopeId id, ScopePatch patch) {
    refuseManagementApi(tenant, resource);
    if (patch.name() != null) {
      refuseWhiteSpace(patch.name());
    }
    if (patch.isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
    Scope before =
        store
            .find(tenant, id)
            .orElseThrow(() -> EntityError.NOT_EXISTS.exception(Map.of("name", "scope")));
    return changing(
        tenant,
        actor,
        () -> update(before, patch),
        after -> AdminChange.updated("scope", id.value(), before, after));
  }

  void delete(TenantId tenant, Actor actor, ResourceId resource, ScopeId id) {
    refuseManagementApi(tenant, resource);
    Scope before = store.find(tenant, id).orElseThrow(EntityError.NOT_FOUND::exception);
    changing(
        tenant,
        actor,
        () -> store.delete(tenant, id),
        gone -> AdminChange.deleted("scope", id.value(), before));
  }

  private <T> T changing(
      TenantId tenant, Actor actor, Supplier<T> work, Function<T, AdminChange> change) {
    return changes.make(tenant, actor, TOPIC, work, change);
  }

  private void insert(Scope scope) {
    try {
      store.insert(scope);
    } catch (DbException.Unique e) {
      throw ScopeError.NAME_EXISTS.exception(Map.of("name", scope.name()));
    }
  }

  private Scope update(Scope before, ScopePatch patch) {
    try {
      return store
          .update(before.tenantId(), before.id(), patch)
          .orElseThrow(() -> EntityError.NOT_EXISTS.exception(Map.of("name", "scope")));
    } catch (DbException.Unique e) {
      throw ScopeError.NAME_EXISTS.exception(Map.of("name", String.valueOf(patch.name())));
    }
  }

  private void refuseManagementApi(TenantId tenant, ResourceId resource) {
    String indicator =
        store
            .indicator(tenant, resource)
            .orElseThrow(() -> EntityError.missing("resources", resource.value()));
    if (ManagementApis.includes(indicator)) {
      throw ScopeError.OF_MANAGEMENT_API.exception();
    }
  }

  private static void refuseWhiteSpace(String name) {
    if (WHITE_SPACE.matcher(name).find()) {
      throw ScopeError.NAME_WITH_SPACE.exception();
    }
  }
}
