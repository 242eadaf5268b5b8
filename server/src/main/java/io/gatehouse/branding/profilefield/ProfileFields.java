package io.gatehouse.branding.profilefield;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.branding.SignInExperiences;
import io.gatehouse.branding.accountcenter.AccountCenters;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.db.DbException;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.error.RequestError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Everything that can be done with custom profile fields. */
@Singleton
public class ProfileFields {
  /** The topic under which changes are announced. */
  public static final String TOPIC = "profile_fields";

  private static final String NOUN = "profile_field";

  private final ProfileFieldStore store;
  private final AdminChanges changes;
  private final Invalidations invalidations;
  private final InstantSource clock;
  private final TenantCache<String, List<ProfileField>> cache;

  ProfileFields(
      ProfileFieldStore store,
      AdminChanges changes,
      Invalidations invalidations,
      InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.invalidations = invalidations;
    this.clock = clock;
    this.cache = new TenantCache<>(invalidations, 1_000, TOPIC);
  }

  /** All of a tenant in the order of the form, from the cache. */
  public List<ProfileField> all(TenantId tenant) {
    return cache.get(tenant, "", () -> store.all(tenant));
  }

  /** What all fields ask. */
  public List<Question> questions(TenantId tenant) {
    return all(tenant).stream().flatMap(field -> Question.of(field).stream()).toList();
  }

  /** What the fields of these names ask, in this order; names that no field has ask nothing. */
  public List<Question> questions(TenantId tenant, List<String> names) {
    if (names.isEmpty()) {
      return List.of();
    }
    List<ProfileField> known = all(tenant);
    return names.stream()
        .flatMap(name -> known.stream().filter(field -> field.name().equals(name)))
        .flatMap(field -> Question.of(field).stream())
        .toList();
  }

  /** Refuses members of a profile that no field may be called. */
  public static void refuseReserved(Iterable<String> names) {
    names.forEach(ProfileFieldRules::checkReserved);
  }

  /** Their names. */
  public Set<String> names(TenantId tenant) {
    return all(tenant).stream().map(ProfileField::name).collect(Collectors.toUnmodifiableSet());
  }

  List<ProfileField> list(TenantId tenant) {
    return store.all(tenant);
  }

  /** The field, or the end of the request. */
  ProfileField get(TenantId tenant, String name) {
    return store.find(tenant, name).orElseThrow(EntityError.NOT_FOUND::exception);
  }

  ProfileField create(TenantId tenant, Actor actor, FieldInput field) {
    ProfileFieldRules.checkNew(field);
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> insert(tenant, field),
        made -> AdminChange.created(NOUN, made.id(), made));
  }

  /** All of them, or none. */
  List<ProfileField> create(TenantId tenant, Actor actor, List<FieldInput> fields) {
    fields.forEach(ProfileFieldRules::checkNew);
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> fields.stream().map(field -> insert(tenant, field)).toList(),
        made -> AdminChange.created(NOUN, "batch", made));
  }

  ProfileField replace(TenantId tenant, Actor actor, String name, FieldInput field) {
    ProfileFieldRules.checkReplacement(field);
    ProfileField before = store.find(tenant, name).orElseThrow(EntityError.NOT_EXISTS::exception);
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> store.replace(tenant, name, field).orElseThrow(EntityError.NOT_EXISTS::exception),
        after -> AdminChange.updated(NOUN, after.id(), before, after));
  }

  /** Deletes the field and takes it from the forms that show it. */
  void delete(TenantId tenant, Actor actor, String name) {
    ProfileField before = get(tenant, name);
    changes.make(
        tenant,
        actor,
        TOPIC,
        AdminChange.deleted(NOUN, before.id(), before),
        () -> {
          store.leaveRegistration(tenant, name);
          store.leaveAccountCenter(tenant, name);
          if (!store.delete(tenant, name)) {
            throw EntityError.NOT_FOUND.exception();
          }
          invalidations.changed(tenant, SignInExperiences.TOPIC);
          invalidations.changed(tenant, AccountCenters.TOPIC);
        });
  }

  /** Moves the named fields to their places. */
  List<ProfileField> order(TenantId tenant, Actor actor, FieldOrder order) {
    List<String> repeated = ProfileFieldRules.repeated(order.names());
    if (!repeated.isEmpty()) {
      throw RequestError.INVALID_INPUT.exception(
          Map.of("details", String.join(", ", repeated)), Map.of("duplicateNames", repeated));
    }
    if (order.order().isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
    List<ProfileField> before = list(tenant);
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> moved(tenant, order),
        after ->
            AdminChange.changed(
                NOUN,
                String.join(" ", order.names()),
                "ordered",
                places(before),
                places(list(tenant))));
  }

  private static Map<String, Integer> places(List<ProfileField> fields) {
    Map<String, Integer> places = new LinkedHashMap<>();
    fields.forEach(field -> places.put(field.name(), field.sieOrder()));
    return places;
  }

  private List<ProfileField> moved(TenantId tenant, FieldOrder order) {
    List<ProfileField> moved = store.order(tenant, order);
    if (moved.size() < order.order().size()) {
      Set<String> known = moved.stream().map(ProfileField::name).collect(Collectors.toSet());
      List<String> unknown = order.names().stream().filter(name -> !known.contains(name)).toList();
      throw ProfileFieldError.UNKNOWN_NAMES.exception(Map.of("names", String.join(", ", unknown)));
    }
    return moved;
  }

  private ProfileField insert(TenantId tenant, FieldInput field) {
    try {
      return store.insert(tenant, Ids.standardId(), field, clock.instant());
    } catch (DbException.Unique e) {
      throw ProfileFieldError.NAME_EXISTS.exception(Map.of("name", field.name()));
    }
  }
}
