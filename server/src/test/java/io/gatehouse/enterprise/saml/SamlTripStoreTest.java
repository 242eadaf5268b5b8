package io.gatehouse.enterprise.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.error.RequestException;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SamlTripStoreTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final int THREADS = 16;

  private TestDatabase database;
  private SamlTripStore store;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    store = new SamlTripStore(database.db());
    database
        .db()
        .update(
            TENANT,
            """
            insert into sso_connectors (tenant_id, id, provider_name, connector_name, config, created_at)
            values (?, 'c', 'SAML', 'c', '', ?)
            """,
            TENANT,
            NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void ofManyAnswersToARequestOneCounts() throws Exception {
    String id = sent();
    assertEquals(1, winners(i -> store.answer(TENANT, id, person("_" + i), "ticket" + i, NOW)));
  }

  @Test
  void ofManyRequestsThatAnAssertionAnswersOneIsAnswered() throws Exception {
    List<String> ids = IntStream.range(0, THREADS).mapToObj(i -> sent()).toList();
    assertEquals(
        1,
        winners(i -> {
          try {
            return store.answer(TENANT, ids.get(i), person("_one"), "ticket" + i, NOW);
          } catch (RequestException used) {
            return false;
          }
        }));
  }

  @Test
  void ofManyWhoHoldTheTicketOneIsToldWhoItWas() throws Exception {
    String id = sent();
    assertTrue(store.answer(TENANT, id, person("_a"), "ticket", NOW));
    assertTrue(store.collect(TENANT, "c", id, "another", NOW).isEmpty());
    assertTrue(store.collect(TENANT, "d", id, "ticket", NOW).isEmpty());
    assertEquals(1, winners(i -> store.collect(TENANT, "c", id, "ticket", NOW).isPresent()));
    assertFalse(store.answer(TENANT, id, person("_b"), "ticket", NOW), "it is answered for good");
  }

  @Test
  void whatComesTooLateDoesNotCount() {
    String id = sent();
    Instant late = NOW.plus(Duration.ofHours(1));
    assertFalse(store.answer(TENANT, id, person("_a"), "ticket", late));
    assertTrue(store.answer(TENANT, id, person("_a"), "ticket", late.minusMillis(1)));
    assertTrue(store.collect(TENANT, "c", id, "ticket", late).isEmpty());
  }

  private String sent() {
    String id = "_" + Ids.token();
    store.insert(
        TENANT,
        new SamlTripStore.Trip(id, "c", new SamlTrips.Return("https://us.example/back", "st")),
        Ids.token(),
        NOW,
        Duration.ofHours(1));
    return id;
  }

  private static SamlPerson person(String assertion) {
    return new SamlPerson("urn:idp", assertion, JsonCodec.object().put("id", "x"));
  }

  private static int winners(IntPredicate attempt) throws Exception {
    try (ExecutorService threads = Executors.newFixedThreadPool(THREADS)) {
      List<Callable<Boolean>> attempts =
          IntStream.range(0, THREADS)
              .<Callable<Boolean>>mapToObj(i -> () -> attempt.test(i))
              .toList();
      int winners = 0;
      for (Future<Boolean> each : threads.invokeAll(attempts)) {
        winners += each.get() ? 1 : 0;
      }
      return winners;
    }
  }
}
