package io.gatehouse.script;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.cache.TenantCache;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.script.ScriptInputs.Listed;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** The scripts of the tenants. */
@Singleton
public class Scripts {
  private static final String TOPIC = "scripts";
  private static final String NOUN = "script";

  private final ScriptStore store;
  private final AdminChanges changes;
  private final InstantSource clock;
  private final TenantCache<ScriptKind, Optional<ReadyScript>> cache;

  Scripts(
      ScriptStore store, AdminChanges changes, Invalidations invalidations, InstantSource clock) {
    this.store = store;
    this.changes = changes;
    this.clock = clock;
    this.cache = new TenantCache<>(invalidations, 10_000, TOPIC);
  }

  /** A script after it was written. */
  record Written(ObjectNode value, boolean isNew) {}

  /** The tenant's script of a kind that is to be run, from the cache. */
  Optional<ReadyScript> ready(TenantId tenant, ScriptKind kind) {
    return cache.get(
        tenant,
        kind,
        () ->
            store
                .find(tenant, kind)
                .filter(value -> ReadyScript.runs(kind, value))
                .map(ReadyScript::of));
  }

  /** Those of these kinds that there are. */
  List<Listed> list(TenantId tenant, ScriptKind... kinds) {
    return Stream.of(kinds)
        .flatMap(
            kind -> store.find(tenant, kind).map(value -> new Listed(kind.key(), value)).stream())
        .toList();
  }

  /** The script, or the end of the request. */
  ObjectNode get(TenantId tenant, ScriptKind kind) {
    return store.find(tenant, kind).orElseThrow(() -> EntityError.missing("configs", kind.key()));
  }

  Written put(TenantId tenant, Actor actor, ScriptKind kind, ObjectNode value) {
    Optional<Object> before = store.find(tenant, kind).map(Scripts::audited);
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> new Written(value, store.put(tenant, kind, value, clock.instant())),
        written ->
            before
                .map(old -> AdminChange.updated(NOUN, kind.key(), old, audited(value)))
                .orElseGet(() -> AdminChange.created(NOUN, kind.key(), audited(value))));
  }

  /** Sets members; those that are not given stay. */
  ObjectNode merge(TenantId tenant, Actor actor, ScriptKind kind, ObjectNode members) {
    Object before = audited(get(tenant, kind));
    return changes.make(
        tenant,
        actor,
        TOPIC,
        () -> {
          ObjectNode value = get(tenant, kind);
          value.setAll(members);
          store.put(tenant, kind, value, clock.instant());
          return value;
        },
        after -> AdminChange.updated(NOUN, kind.key(), before, audited(after)));
  }

  void delete(TenantId tenant, Actor actor, ScriptKind kind) {
    Object before =
        store
            .find(tenant, kind)
            .map(Scripts::audited)
            .orElseThrow(EntityError.NOT_FOUND::exception);
    changes.make(
        tenant,
        actor,
        TOPIC,
        AdminChange.deleted(NOUN, kind.key(), before),
        () -> {
          if (!store.delete(tenant, kind)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  /** As the audit keeps it: which it is, and neither its text nor the secrets it is given. */
  private static Object audited(ObjectNode value) {
    return Map.of("sha256", Digests.sha256Hex(value.toString()));
  }
}
