package io.gatehouse.access.detail;

import io.gatehouse.access.resource.Resources;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;

/** Which authorization details there are in a tenant. */
@Singleton
public class DetailTypes {
  private static final String NOUN = "authorization_detail_type";
  private static final String TOPIC = "authorization_detail_types";
  private static final int MOST = 100;

  private final DetailTypeStore store;
  private final Resources resources;
  private final AdminChanges changes;
  private final InstantSource clock;
  private final TenantCache<String, List<DetailType>> cache;

  DetailTypes(
      DetailTypeStore store,
      Resources resources,
      AdminChanges changes,
      Invalidations invalidations,
      InstantSource clock) {
    this.store = store;
    this.resources = resources;
    this.changes = changes;
    this.clock = clock;
    this.cache = new TenantCache<>(invalidations, 1_000, TOPIC);
  }

  /** All of them, from the cache. */
  public List<DetailType> all(TenantId tenant) {
    return cache.get(tenant, "", () -> store.all(tenant));
  }

  /** The one of this name, from the cache. */
  public Optional<DetailType> named(TenantId tenant, String type) {
    return all(tenant).stream().filter(each -> each.type().equals(type)).findFirst();
  }

  Slice<DetailType> list(TenantId tenant, Page page) {
    return store.list(tenant, page);
  }

  DetailType get(TenantId tenant, String id) {
    return store.find(tenant, id).orElseThrow(() -> EntityError.missing(TOPIC, id));
  }

  DetailType create(TenantId tenant, Actor actor, DetailTypeInput input) {
    check(tenant, input);
    DetailType made = of(Ids.standardId(), input, clock.instant().truncatedTo(ChronoUnit.MILLIS));
    try {
      changes.make(
          tenant,
          actor,
          TOPIC,
          AdminChange.created(NOUN, made.id(), made),
          () -> {
            if (!store.insert(tenant, made, MOST)) {
              throw RequestError.invalidInput("a tenant has 100 types at most");
            }
          });
    } catch (DbException.Unique e) {
      throw inUse();
    }
    return made;
  }

  DetailType replace(TenantId tenant, Actor actor, String id, DetailTypeInput input) {
    DetailType before = get(tenant, id);
    check(tenant, input);
    DetailType after = of(id, input, before.createdAt());
    try {
      changes.make(
          tenant,
          actor,
          TOPIC,
          AdminChange.updated(NOUN, id, before, after),
          () -> {
            if (!store.replace(tenant, after)) {
              throw EntityError.missing(TOPIC, id);
            }
          });
    } catch (DbException.Unique e) {
      throw inUse();
    }
    return after;
  }

  void delete(TenantId tenant, Actor actor, String id) {
    DetailType before = get(tenant, id);
    changes.make(
        tenant,
        actor,
        TOPIC,
        AdminChange.deleted(NOUN, id, before),
        () -> {
          if (!store.delete(tenant, id)) {
            throw EntityError.missing(TOPIC, id);
          }
        });
  }

  private void check(TenantId tenant, DetailTypeInput input) {
    if (input.fields().stream().map(DetailField::name).distinct().count() != input.fields().size()
        || input.fields().stream().anyMatch(field -> field.name().equals("type"))) {
      throw RequestError.invalidInput("each field has a name of its own, which is not type");
    }
    if (input.resource() != null && resources.findByIndicator(tenant, input.resource()).isEmpty()) {
      throw RequestError.invalidInput("resource must be the indicator of an API resource");
    }
  }

  private static DetailType of(String id, DetailTypeInput input, Instant createdAt) {
    return new DetailType(
        id, input.type(), input.displayName(), input.resource(), input.fields(), createdAt);
  }

  private static RuntimeException inUse() {
    return RequestError.invalidInput("there is a type of this name");
  }
}
