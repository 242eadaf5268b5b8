package io.gatehouse.user.mfa;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.credential.passkey.Passkey;
import io.gatehouse.platform.db.DbException;
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

class PasskeyStoreTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final String SITE = "localhost";

  private TestDatabase database;
  private PasskeyStore store;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    store = new PasskeyStore(database.db());
    for (String id : List.of("ada", "bob")) {
      database
          .db()
          .update(
              TENANT,
              "insert into users (tenant_id, id, custom_data, profile, created_at, updated_at) values ('default', ?, '{}', '{}', ?, ?)",
              id,
              NOW,
              NOW);
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void aPasskeyIsFoundAtItsSiteAndByItsOwner() {
    store.insert(TENANT, "f1", "ada", made("AQID", 7), NOW);
    OwnedPasskey found = store.find(TENANT, SITE, "AQID").orElseThrow();
    assertEquals(new OwnedPasskey("f1", "ada", made("AQID", 7).passkey()), found);
    assertEquals(List.of(found), store.of(TENANT, "ada", SITE));
    assertTrue(store.of(TENANT, "bob", SITE).isEmpty());
    assertTrue(store.of(TENANT, "ada", "example.org").isEmpty());
    assertTrue(store.find(TENANT, "example.org", "AQID").isEmpty());
    assertTrue(store.find(TenantId.ADMIN, SITE, "AQID").isEmpty());
  }

  @Test
  void aPasskeyIsOnePersonsOnly() {
    store.insert(TENANT, "f1", "ada", made("AQID", 0), NOW);
    assertThrows(
        DbException.Unique.class, () -> store.insert(TENANT, "f2", "bob", made("AQID", 0), NOW));
  }

  @Test
  @Spec("WebAuthn §6.1.1")
  void aCountMustGoOnUnlessThereIsNone() {
    store.insert(TENANT, "f1", "ada", made("AQID", 7), NOW);
    assertFalse(store.use(TENANT, "f1", new Passkey.Use(7, false), NOW));
    assertFalse(store.use(TENANT, "f1", new Passkey.Use(0, false), NOW));
    assertTrue(store.use(TENANT, "f1", new Passkey.Use(8, true), NOW));
    Passkey after = store.find(TENANT, SITE, "AQID").orElseThrow().passkey();
    assertEquals(8, after.signCount());
    assertTrue(after.backedUp());
    store.insert(TENANT, "f2", "bob", made("BAUG", 0), NOW);
    assertTrue(store.use(TENANT, "f2", new Passkey.Use(0, false), NOW));
    assertTrue(store.use(TENANT, "f2", new Passkey.Use(0, false), NOW));
  }

  @Test
  void ofManyAnswersWithOneCountOneGetsIn() throws Exception {
    store.insert(TENANT, "f1", "ada", made("AQID", 7), NOW);
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Boolean>> uses =
          IntStream.range(0, 16)
              .<Callable<Boolean>>mapToObj(
                  i -> () -> store.use(TENANT, "f1", new Passkey.Use(8, false), NOW))
              .toList();
      int winners = 0;
      for (Future<Boolean> each : threads.invokeAll(uses)) {
        winners += each.get() ? 1 : 0;
      }
      assertEquals(1, winners);
    }
  }

  private static NewPasskey made(String id, long count) {
    return new NewPasskey(
        new Passkey(id, "pQEC", count, List.of("internal", "hybrid"), true, false),
        SITE,
        "Mozilla/5.0",
        null);
  }
}
