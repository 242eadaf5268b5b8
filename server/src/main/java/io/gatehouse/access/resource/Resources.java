package io.gatehouse.access.resource;

import io.gatehouse.access.ResourceId;
import io.gatehouse.access.scope.Scopes;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Everything that can be done with API resources. */
@Singleton
public class Resources {
  /** The topic under which changes are announced. */
  public static final String TOPIC = "resources";

  private static final long DEFAULT_TTL_SECONDS = 3600;
  private static final int CACHED = 10_000;

  private final ResourceStore store;
  private final Scopes scopes;
  private final AdminChanges changes;
  private final InstantSource clock;
  private final TenantCache<String, Optional<Resource>> byIndicator;

  Resources(
      ResourceStore store,
      Scopes scopes,
      AdminChanges changes,
      Invalidations invalidations,
      InstantSource clock) {
    this.store = store;
    this.scopes = scopes;
    this.changes = changes;
    this.clock = clock;
    this.byIndicator = new TenantCache<>(invalidations, CACHED, TOPIC);
  }

  /** The resource that a client names, from the cache. */
  public Optional<Resource> findByIndicator(TenantId tenant, String indicator) {
    return byIndicator.get(tenant, indicator, () -> store.findByIndicator(tenant, indicator));
  }

  /** The resource that is meant when a client names none. */
  public Optional<Resource> findDefault(TenantId tenant) {
    // No indicator is empty, so the empty text is free to stand for the default.
    return byIndicator.get(tenant, "", () -> store.findDefault(tenant));
  }

  /** Those of the resources that exist. */
  public Map<ResourceId, Resource> byId(TenantId tenant, Collection<ResourceId> ids) {
    return store.all(tenant, ids.stream().map(ResourceId::value).distinct().toList()).stream()
        .collect(Collectors.toMap(Resource::id, Function.identity()));
  }

  /** The resource, or the end of the request. */
  public Resource get(TenantId tenant, ResourceId id) {
    return store.find(tenant, id).orElseThrow(() -> EntityError.missing("resources", id.value()));
  }

  Slice<ResourceWithScopes> list(TenantId tenant, boolean includeScopes, Page page) {
    Slice<Resource> slice = store.list(tenant, page);
    if (!includeScopes) {
      return slice.map(resource -> new ResourceWithScopes(resource, null));
    }
    var found = scopes.ofResources(tenant, slice.items().stream().map(Resource::id).toList());
    return slice.map(
        resource -> new ResourceWithScopes(resource, found.getOrDefault(resource.id(), List.of())));
  }

  Resource create(TenantId tenant, Actor actor, ResourceInput input) {
    long ttl = input.accessTokenTtl() == null ? DEFAULT_TTL_SECONDS : input.accessTokenTtl();
    Resource resource =
        new Resource(
            tenant, new ResourceId(Ids.standardId()), input.name(), input.indicator(), false, ttl);
    return changing(
        tenant,
        actor,
        () -> {
          insert(resource);
          return resource;
        },
        made -> AdminChange.created("resource", made.id().value(), made));
  }

  Resource change(TenantId tenant, Actor actor, ResourceId id, ResourcePatch patch) {
    Resource before = get(tenant, id);
    if (before.managesTenant()) {
      throw ResourceError.CANNOT_MODIFY_MANAGEMENT_API.exception();
    }
    if (patch.isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
    return changing(
        tenant,
        actor,
        () -> store.update(tenant, id, patch).orElseThrow(Resources::gone),
        after -> AdminChange.updated("resource", id.value(), before, after));
  }

  /** At most one resource is the default: a new one takes the place of the old. */
  Resource setDefault(TenantId tenant, Actor actor, ResourceId id, boolean isDefault) {
    Supplier<RuntimeException> none =
        () -> isDefault ? gone() : EntityError.missing("resources", id.value());
    Resource before = store.find(tenant, id).orElseThrow(none);
    return changing(
        tenant,
        actor,
        () -> {
          if (isDefault) {
            store.clearDefault(tenant, id);
          }
          return store.setDefault(tenant, id, isDefault).orElseThrow(none);
        },
        after ->
            AdminChange.changed(
                "resource", id.value(), isDefault ? "defaulted" : "undefaulted", before, after));
  }

  void delete(TenantId tenant, Actor actor, ResourceId id) {
    Resource before = get(tenant, id);
    if (before.managesTenant()) {
      throw ResourceError.CANNOT_DELETE_MANAGEMENT_API.exception();
    }
    changing(
        tenant,
        actor,
        () -> {
          if (!store.delete(tenant, id)) {
            throw EntityError.NOT_FOUND.exception();
          }
          return id;
        },
        gone -> AdminChange.deleted("resource", id.value(), before));
  }

  private <T> T changing(
      TenantId tenant, Actor actor, Supplier<T> work, Function<T, AdminChange> change) {
    return changes.make(tenant, actor, TOPIC, work, change);
  }

  private void insert(Resource resource) {
    try {
      store.insert(resource, clock.instant());
    } catch (DbException.Unique e) {
      throw ResourceError.IDENTIFIER_IN_USE.exception(Map.of("indicator", resource.indicator()));
    }
  }

  private static RuntimeException gone() {
    return EntityError.NOT_EXISTS.exception(Map.of("name", "resource"));
  }
}
