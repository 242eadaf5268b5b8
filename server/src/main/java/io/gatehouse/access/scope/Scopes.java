package io.gatehouse.access.scope;

import io.gatehouse.access.ManagementApis;
import io.gatehouse.access.ResourceId;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.db.Db;
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
  private final Db db;
  private final Invalidations invalidations;
  private final InstantSource clock;

  Scopes(ScopeStore store, Db db, Invalidations invalidations, InstantSource clock) {
    this.store = store;
    this.db = db;
    this.invalidations = invalidations;
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

  Scope create(TenantId tenant, ResourceId resource, ScopeInput input) {
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
        input.name(),
        () -> {
          store.insert(scope);
          return scope;
        });
  }

  Scope change(TenantId tenant, ResourceId resource, ScopeId id, ScopePatch patch) {
    refuseManagementApi(tenant, resource);
    if (patch.name() != null) {
      refuseWhiteSpace(patch.name());
    }
    if (patch.isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
    return changing(
        tenant,
        String.valueOf(patch.name()),
        () ->
            store
                .update(tenant, id, patch)
                .orElseThrow(() -> EntityError.NOT_EXISTS.exception(Map.of("name", "scope"))));
  }

  void delete(TenantId tenant, ResourceId resource, ScopeId id) {
    refuseManagementApi(tenant, resource);
    changing(
        tenant,
        "",
        () -> {
          if (!store.delete(tenant, id)) {
            throw EntityError.NOT_FOUND.exception();
          }
          return id;
        });
  }

  private <T> T changing(TenantId tenant, String name, Supplier<T> work) {
    try {
      return db.transaction(
          tenant,
          () -> {
            T result = work.get();
            invalidations.changed(tenant, TOPIC);
            return result;
          });
    } catch (DbException.Unique e) {
      throw ScopeError.NAME_EXISTS.exception(Map.of("name", name));
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
