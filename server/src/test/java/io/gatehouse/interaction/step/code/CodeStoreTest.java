package io.gatehouse.interaction.step.code;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.user.Identifier;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class CodeStoreTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final int TRIES = 10;

  private TestDatabase database;
  private CodeStore store;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    store = new CodeStore(database.db(), MasterKeys.parse("A".repeat(43) + "="));
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void ofManyWhoKnowTheCodeOneGetsIn() throws Exception {
    String id = sent("interaction", "123456");
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Optional<Boolean>>> attempts =
          IntStream.range(0, 16)
              .<Callable<Optional<Boolean>>>mapToObj(
                  i -> () -> store.redeem(TENANT, id, "123456", NOW, TRIES))
              .toList();
      int winners = 0;
      for (Future<Optional<Boolean>> each : threads.invokeAll(attempts)) {
        winners += each.get().orElse(false) ? 1 : 0;
      }
      assertEquals(1, winners);
    }
  }

  @Test
  void triesAreCountedAndEnd() {
    String id = sent("interaction", "123456");
    for (int i = 0; i < TRIES; i++) {
      assertEquals(Optional.of(false), store.redeem(TENANT, id, "000000", NOW, TRIES));
    }
    assertTrue(store.redeem(TENANT, id, "123456", NOW, TRIES).isEmpty());
    assertEquals(TRIES, store.left(TENANT, id).orElseThrow().tries());
  }

  @Test
  void aNewCodeVoidsTheOldAndAnOldOneExpires() {
    String old = sent("interaction", "123456");
    String fresh = sent("interaction", "654321");
    assertTrue(store.redeem(TENANT, old, "123456", NOW, TRIES).isEmpty());
    assertTrue(store.left(TENANT, old).isEmpty());
    assertTrue(store.redeem(TENANT, fresh, "654321", NOW.plusSeconds(600), TRIES).isEmpty());
    assertEquals(
        Optional.of(true), store.redeem(TENANT, fresh, "654321", NOW.plusSeconds(599), TRIES));
  }

  private String sent(String interaction, String code) {
    String id = Ids.standardId();
    store.replace(
        TENANT,
        interaction,
        new CodeStore.Sent(id, Identifier.email("A@example.org"), code),
        NOW,
        Duration.ofSeconds(600));
    return id;
  }
}
