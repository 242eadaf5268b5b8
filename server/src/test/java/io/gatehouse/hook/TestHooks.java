package io.gatehouse.hook;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.audit.log.Logs;
import io.gatehouse.audit.log.TestLogs;
import io.gatehouse.hook.event.HookEvent;
import io.gatehouse.hook.event.HookEvents;
import io.gatehouse.hook.event.TestEvents;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import java.time.InstantSource;
import java.util.List;

/** Hooks and their events on a database of a test. */
public final class TestHooks {
  private final Db db;
  private final InstantSource clock;
  private final HookSecrets secrets =
      new HookSecrets(new Sealer(MasterKeys.parse("A".repeat(43) + "=")));
  private final HookStore store;

  public TestHooks(Db db, InstantSource clock) {
    this.db = db;
    this.clock = clock;
    this.store = new HookStore(db, secrets);
  }

  /** A hook's id. */
  public String listeningTo(HookEvent... events) {
    Hook hook =
        new Hook(
            TenantId.DEFAULT,
            Ids.standardId(),
            "",
            null,
            List.of(events),
            new HookConfig("http://receiver.example/", null, null),
            "key",
            true,
            clock.instant());
    store.insert(hook);
    return hook.id();
  }

  public void enable(String hook, boolean enabled) {
    HookInput.Patch patch = new HookInput.Patch(null, Change.keep(), null, null, enabled);
    assertTrue(store.update(TenantId.DEFAULT, hook, patch).isPresent());
  }

  /** Something happens to a thing. */
  public void raise(HookEvent event, String subject) {
    HookEvents events = TestEvents.on(db, clock);
    events.raise(TenantId.DEFAULT, event, subject, () -> JsonCodec.object().put("x", subject));
  }

  public String subject(String delivery) {
    return db.one(
        TenantId.DEFAULT,
        "select subject from hook_deliveries where tenant_id = ? and id = ?",
        row -> row.text("subject"),
        TenantId.DEFAULT,
        delivery);
  }

  public HookSecrets secrets() {
    return secrets;
  }

  public Logs logs() {
    return TestLogs.on(db, clock);
  }
}
