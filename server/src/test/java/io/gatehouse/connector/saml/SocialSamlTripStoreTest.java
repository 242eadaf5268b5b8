package io.gatehouse.connector.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SocialSamlTripStoreTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Map<String, List<String>> SAID = Map.of("nameID", List.of("x"));
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
            "insert into connectors (tenant_id, id, connector_id, config, created_at) values (?, 'c', 'saml', '', ?)",
            TENANT,
            NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void ofManyAnswersToARequestOneCounts() throws Exception {
    String id = sent(Ids.token());
    assertEquals(1, winners(i -> store.answer(TENANT, id, answer("_" + i), "ticket" + i, NOW)));
  }

  @Test
  void ofManyRequestsThatAnAssertionAnswersOneIsAnswered() throws Exception {
    List<String> ids = IntStream.range(0, THREADS).mapToObj(i -> sent(Ids.token())).toList();
    assertEquals(
        1, winners(i -> store.answer(TENANT, ids.get(i), answer("_one"), "ticket" + i, NOW)));
  }

  @Test
  void ofManyWhoHoldTheTicketOneIsToldWhoItWas() throws Exception {
    String id = sent(Ids.token());
    assertTrue(store.answer(TENANT, id, answer("_a"), "ticket", NOW));
    assertTrue(store.collect(TENANT, "c", id, "another", NOW).isEmpty());
    assertTrue(store.collect(TENANT, "d", id, "ticket", NOW).isEmpty());
    assertEquals(
        1,
        winners(
            i -> store.collect(TENANT, "c", id, "ticket", NOW).filter(SAID::equals).isPresent()));
    assertFalse(store.answer(TENANT, id, answer("_b"), "ticket", NOW), "it is answered for good");
  }

  @Test
  void aRequestIsFoundByItsStateAtItsConnectorAndEndsInTime() {
    String id = sent("relay");
    assertEquals(id, store.find(TENANT, "c", "relay").orElseThrow().id());
    assertTrue(store.find(TENANT, "d", "relay").isEmpty());
    Instant late = NOW.plus(Duration.ofHours(1));
    assertFalse(store.answer(TENANT, id, answer("_a"), "ticket", late));
    assertTrue(store.answer(TENANT, id, answer("_a"), "ticket", late.minusMillis(1)));
    assertTrue(store.collect(TENANT, "c", id, "ticket", late).isEmpty());
  }

  private String sent(String relayState) {
    String id = "_" + Ids.token();
    store.insert(
        TENANT,
        new SamlTripStore.Trip(id, "c", "https://us.example/back", "st"),
        relayState,
        NOW,
        Duration.ofHours(1));
    return id;
  }

  private static SamlTripStore.Answer answer(String assertion) {
    return new SamlTripStore.Answer(assertion, SAID);
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
