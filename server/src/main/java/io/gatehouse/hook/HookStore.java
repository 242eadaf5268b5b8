package io.gatehouse.hook;

import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.db.Row;
import io.gatehouse.platform.list.ListQuery;
import io.gatehouse.platform.list.Page;
import io.gatehouse.platform.list.Slice;
import io.gatehouse.platform.list.Where;
import io.gatehouse.tenant.TenantId;
import jakarta.inject.Singleton;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Hooks in the database; keys and configurations are sealed. */
@Singleton
class HookStore {
  private final Db db;
  private final HookSecrets secrets;

  HookStore(Db db, HookSecrets secrets) {
    this.db = db;
    this.secrets = secrets;
  }

  Slice<Hook> list(TenantId tenant, Page page) {
    return new ListQuery(
            "*", "hooks", Where.of("tenant_id = ?", tenant), "created_at desc, id desc")
        .run(db, tenant, page, row -> hook(tenant, row));
  }

  Optional<Hook> find(TenantId tenant, String id) {
    return db.find(
        tenant,
        "select * from hooks where tenant_id = ? and id = ?",
        row -> hook(tenant, row),
        tenant,
        id);
  }

  void insert(Hook hook) {
    db.update(
        hook.tenantId(),
        """
        insert into hooks (tenant_id, id, name, event, events, config, signing_key, enabled, created_at)
        values (?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
        hook.tenantId(),
        hook.id(),
        hook.name(),
        wire(hook.event()),
        hook.events().stream().map(HookEvent::wire).toList(),
        secrets.seal(hook.tenantId(), hook.id(), hook.config()),
        secrets.seal(hook.tenantId(), hook.id(), hook.signingKey()),
        hook.enabled(),
        hook.createdAt());
  }

  Optional<Hook> update(TenantId tenant, String id, HookInput.Patch patch) {
    List<HookEvent> events = patch.events();
    HookConfig config = patch.config();
    return db.find(
        tenant,
        """
        update hooks set name = coalesce(?, name), event = case when ? then ? else event end,
          events = coalesce(?, events), config = coalesce(?, config), enabled = coalesce(?, enabled)
        where tenant_id = ? and id = ?
        returning *
        """,
        row -> hook(tenant, row),
        patch.name(),
        patch.event().isSet(),
        wire(patch.event().value()),
        events == null ? null : events.stream().distinct().map(HookEvent::wire).toList(),
        config == null ? null : secrets.seal(tenant, id, config),
        patch.enabled(),
        tenant,
        id);
  }

  Optional<Hook> replaceKey(TenantId tenant, String id, String signingKey) {
    return db.find(
        tenant,
        "update hooks set signing_key = ? where tenant_id = ? and id = ? returning *",
        row -> hook(tenant, row),
        secrets.seal(tenant, id, signingKey),
        tenant,
        id);
  }

  boolean delete(TenantId tenant, String id) {
    return db.update(tenant, "delete from hooks where tenant_id = ? and id = ?", tenant, id) == 1;
  }

  private Hook hook(TenantId tenant, Row row) throws SQLException {
    String id = row.text("id");
    String event = row.textOrNull("event");
    return new Hook(
        tenant,
        id,
        row.text("name"),
        event == null ? null : HookEvent.of(event),
        row.texts("events").stream().map(HookEvent::of).toList(),
        secrets.config(tenant, id, row.bytes("config")),
        secrets.signingKey(tenant, id, row.bytes("signing_key")),
        row.flag("enabled"),
        row.instant("created_at"));
  }

  private static @Nullable String wire(@Nullable HookEvent event) {
    return event == null ? null : event.wire();
  }
}
