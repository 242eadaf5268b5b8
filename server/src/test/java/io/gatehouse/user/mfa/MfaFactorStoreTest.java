package io.gatehouse.user.mfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.crypto.KeyedDigest;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.crypto.Sealer;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.protocol.Spec;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MfaFactorStoreTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final String SECRET = "JBSWY3DPEHPK3PXP";

  private TestDatabase database;
  private MfaFactorStore store;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    MasterKeys keys = MasterKeys.parse("A".repeat(43) + "=");
    store = new MfaFactorStore(database.db(), new Sealer(keys), new KeyedDigest(keys));
    person("ada");
    person("bob");
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  @Spec("RFC 6238 §5.2")
  void ofManyWhoShowTheSameCodeOneGetsIn() throws Exception {
    store.insertTotp(TENANT, "ada", new MfaFactorStore.Totp("app", SECRET), null, NOW);
    assertEquals(1, winners(() -> store.redeemStep(TENANT, "app", 7, NOW)));
    assertFalse(store.redeemStep(TENANT, "app", 6, NOW), "an earlier step");
    assertTrue(store.redeemStep(TENANT, "app", 8, NOW), "a later step");
  }

  @Test
  void theStepThatProvedANewAppIsUsedUp() {
    store.insertTotp(TENANT, "ada", new MfaFactorStore.Totp("app", SECRET), 7L, NOW);
    assertEquals(SECRET, store.totp(TENANT, "ada").orElseThrow().secret());
    assertFalse(store.redeemStep(TENANT, "app", 7, NOW));
    assertTrue(store.totp(TENANT, "bob").isEmpty());
  }

  @Test
  void ofManyWhoKnowABackupCodeOneGetsIn() throws Exception {
    store.insertBackupCodes(TENANT, "set", "ada", List.of("0123456789", "abcdef0123"), NOW);
    assertEquals(1, winners(() -> store.redeemBackupCode(TENANT, "ada", "0123456789", NOW)));
    assertFalse(store.redeemBackupCode(TENANT, "bob", "abcdef0123", NOW), "somebody else's");
    assertFalse(store.redeemBackupCode(TENANT, "ada", "9999999999", NOW));
    MfaFactor kept = store.list(TENANT, "ada").getFirst();
    assertEquals(1, kept.remainCodes());
    assertEquals("2026-11-21T10:00:00.000Z", kept.lastUsedAt());
    assertTrue(store.redeemBackupCode(TENANT, "ada", "abcdef0123", NOW));
  }

  @Test
  void aNewSetTakesThePlaceOfTheOld() {
    store.insertBackupCodes(TENANT, "old", "ada", List.of("0123456789"), NOW);
    store.deleteBackupCodes(TENANT, "ada");
    store.insertBackupCodes(TENANT, "new", "ada", List.of("abcdef0123"), NOW);
    assertFalse(store.redeemBackupCode(TENANT, "ada", "0123456789", NOW));
    assertTrue(store.redeemBackupCode(TENANT, "ada", "abcdef0123", NOW));
  }

  private static int winners(Callable<Boolean> attempt) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      int winners = 0;
      List<Callable<Boolean>> attempts =
          IntStream.range(0, 16).<Callable<Boolean>>mapToObj(i -> attempt).toList();
      for (Future<Boolean> each : threads.invokeAll(attempts)) {
        winners += each.get() ? 1 : 0;
      }
      return winners;
    }
  }

  private void person(String id) {
    database
        .db()
        .update(
            TENANT,
            "insert into users (tenant_id, id, created_at, updated_at) values (?, ?, ?, ?)",
            TENANT,
            id,
            NOW,
            NOW);
  }
}
