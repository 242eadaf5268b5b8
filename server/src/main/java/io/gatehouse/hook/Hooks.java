package io.gatehouse.hook;

import io.gatehouse.audit.Actor;
import io.gatehouse.audit.AdminChange;
import io.gatehouse.audit.AdminChanges;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.hook.event.HookEvents;
import io.gatehouse.platform.error.EntityError;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;

/** Everything that can be done with hooks. */
@Singleton
public class Hooks {
  private static final String NOUN = "hook";
  private static final int KEY_LENGTH = 32;
  private static final Duration RECENT = Duration.ofDays(1);

  private final HookStore store;
  private final HookLogStore logs;
  private final AdminChanges changes;
  private final InstantSource clock;

  Hooks(HookStore store, HookLogStore logs, AdminChanges changes, InstantSource clock) {
    this.store = store;
    this.logs = logs;
    this.changes = changes;
    this.clock = clock;
  }

  Slice<HookView> list(TenantId tenant, Page page, boolean withStats) {
    Slice<Hook> hooks = store.list(tenant, page);
    if (!withStats) {
      return hooks.map(hook -> new HookView(hook, null));
    }
    Map<String, ExecutionStats> stats =
        logs.stats(tenant, hooks.items().stream().map(Hook::id).toList(), dayAgo());
    return hooks.map(
        hook -> new HookView(hook, stats.getOrDefault(hook.id(), ExecutionStats.NONE)));
  }

  /** The hook, or the end of the request. */
  public Hook get(TenantId tenant, String id) {
    return store.find(tenant, id).orElseThrow(() -> EntityError.missing("hooks", id));
  }

  ExecutionStats stats(Hook hook) {
    return logs.stats(hook.tenantId(), List.of(hook.id()), dayAgo())
        .getOrDefault(hook.id(), ExecutionStats.NONE);
  }

  Hook create(TenantId tenant, Actor actor, HookInput input) {
    List<HookEvent> events = input.events();
    if (events == null && input.event() == null) {
      throw HookError.MISSING_EVENTS.exception();
    }
    Hook hook =
        new Hook(
            tenant,
            Ids.standardId(),
            input.name() == null ? "" : input.name(),
            input.event(),
            events == null ? List.of() : events.stream().distinct().toList(),
            input.config(),
            Ids.secret(KEY_LENGTH),
            input.enabled() == null || input.enabled(),
            clock.instant());
    changes.make(
        tenant,
        actor,
        HookEvents.TOPIC,
        AdminChange.created(NOUN, hook.id(), hook.audited()),
        () -> store.insert(hook));
    return hook;
  }

  Hook change(TenantId tenant, Actor actor, String id, HookInput.Patch patch) {
    Hook before = store.find(tenant, id).orElseThrow(Hooks::unchanged);
    if (patch.isEmpty()) {
      throw EntityError.INVALID_INPUT.exception();
    }
    return changes.make(
        tenant,
        actor,
        HookEvents.TOPIC,
        () -> store.update(tenant, id, patch).orElseThrow(Hooks::unchanged),
        after -> AdminChange.updated(NOUN, id, before.audited(), after.audited()));
  }

  /** Makes another signing key; the old one signs nothing more. */
  Hook replaceKey(TenantId tenant, Actor actor, String id) {
    Hook before = store.find(tenant, id).orElseThrow(Hooks::unchanged);
    return changes.make(
        tenant,
        actor,
        HookEvents.TOPIC,
        () -> store.replaceKey(tenant, id, Ids.secret(KEY_LENGTH)).orElseThrow(Hooks::unchanged),
        after ->
            AdminChange.changed(
                NOUN, id, "signing_key.replaced", before.audited(), after.audited()));
  }

  /** Deletes the hook with what it has not been told yet. */
  void delete(TenantId tenant, Actor actor, String id) {
    Hook before = store.find(tenant, id).orElseThrow(EntityError.NOT_FOUND::exception);
    changes.make(
        tenant,
        actor,
        HookEvents.TOPIC,
        AdminChange.deleted(NOUN, id, before.audited()),
        () -> {
          if (!store.delete(tenant, id)) {
            throw EntityError.NOT_FOUND.exception();
          }
        });
  }

  /** The attempts that the log keeps; of a day when no time is given. */
  Slice<HookLog> logs(TenantId tenant, HookLog.Filter filter, Page page) {
    if (!HookLogStore.isOfHooks(filter.key())) {
      return new Slice<>(List.of(), 0);
    }
    return logs.list(tenant, filter, page);
  }

  /** When the last day began. */
  Instant dayAgo() {
    return clock.instant().minus(RECENT);
  }

  private static RuntimeException unchanged() {
    return EntityError.NOT_EXISTS.exception(Map.of("name", NOUN));
  }
}
