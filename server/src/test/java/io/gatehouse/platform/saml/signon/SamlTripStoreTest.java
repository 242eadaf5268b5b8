package io.gatehouse.platform.saml.signon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.Jsonb;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** In the table of each kind of connector. */
class SamlTripStoreTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final int THREADS = 16;

  private final TestDatabase database = TestDatabase.create();

  /** What a response says, for short. */
  private record Said(String assertion, String text) {}

  private enum Kind {
    SOCIAL("social_authn_requests", "said"),
    ENTERPRISE("sso_authn_requests", "person");

    private final SamlTripStore.Kept<Said> kept;

    Kind(String table, String document) {
      kept =
          new SamlTripStore.Kept<>(
              table,
              document,
              List.of("assertion_id"),
              said -> List.of(new Jsonb("\"" + said.text() + "\""), said.assertion()),
              row ->
                  new Said(row.text("assertion_id"), JsonCodec.tree(row.text(document)).asText()));
    }
  }

  private SamlTripStore<Said> store(Kind kind) {
    return new SamlTripStore<>(database.db(), kind.kept);
  }

  @BeforeEach
  void connect() {
    database
        .db()
        .update(
            TENANT,
            """
            with social as (
              insert into connectors (tenant_id, id, connector_id, config, created_at)
              values (?, 'c', 'saml', '', ?))
            insert into sso_connectors (tenant_id, id, provider_name, connector_name, config, created_at)
            values (?, 'c', 'SAML', 'c', '', ?)
            """,
            TENANT,
            NOW,
            TENANT,
            NOW);
  }

  @AfterEach
  void close() {
    database.close();
  }

  @ParameterizedTest
  @EnumSource
  void ofManyAnswersToARequestOneCounts(Kind kind) throws Exception {
    var store = store(kind);
    String id = sent(store, Ids.token());
    assertEquals(1, winners(i -> store.answer(TENANT, id, said("_" + i), "ticket" + i, NOW)));
  }

  @ParameterizedTest
  @EnumSource
  void ofManyRequestsThatAnAssertionAnswersOneIsAnswered(Kind kind) throws Exception {
    var store = store(kind);
    List<String> ids = IntStream.range(0, THREADS).mapToObj(i -> sent(store, Ids.token())).toList();
    assertEquals(
        1, winners(i -> store.answer(TENANT, ids.get(i), said("_one"), "ticket" + i, NOW)));
  }

  @ParameterizedTest
  @EnumSource
  void ofManyWhoHoldTheTicketOneIsToldWhatWasSaid(Kind kind) throws Exception {
    var store = store(kind);
    String id = sent(store, Ids.token());
    assertTrue(store.answer(TENANT, id, said("_a"), "ticket", NOW));
    assertTrue(store.collect(TENANT, "c", id, "another", NOW).isEmpty());
    assertTrue(store.collect(TENANT, "d", id, "ticket", NOW).isEmpty());
    Optional<Said> told = Optional.of(said("_a"));
    assertEquals(1, winners(i -> store.collect(TENANT, "c", id, "ticket", NOW).equals(told)));
    assertFalse(store.answer(TENANT, id, said("_b"), "ticket", NOW), "it is answered for good");
  }

  @ParameterizedTest
  @EnumSource
  void aRequestIsFoundByItsStateInItsTenant(Kind kind) {
    var store = store(kind);
    String id = sent(store, "relay");
    SamlTrip trip = new SamlTrip(id, "c", new SamlTrip.Return("https://us.example/back", "st"));
    assertEquals(Optional.of(trip), store.find(TENANT, "relay"));
    assertEquals(Optional.empty(), store.find(TENANT, "another"));
    assertEquals(Optional.empty(), store.find(TenantId.ADMIN, "relay"));
  }

  @ParameterizedTest
  @EnumSource
  void aRequestIsPendingUntilItIsAnsweredOrOver(Kind kind) {
    var store = store(kind);
    String id = sent(store, "relay");
    Instant late = NOW.plus(Duration.ofHours(1));
    assertEquals(
        Optional.of(new SamlTripStore.Pending(id, "c", NOW)), store.pending(TENANT, "relay", NOW));
    assertEquals(Optional.empty(), store.pending(TENANT, "another", NOW));
    assertEquals(Optional.empty(), store.pending(TenantId.ADMIN, "relay", NOW));
    assertEquals(Optional.empty(), store.pending(TENANT, "relay", late));
    assertTrue(store.answer(TENANT, id, said("_a"), "ticket", NOW));
    assertEquals(Optional.empty(), store.pending(TENANT, "relay", NOW));
  }

  @ParameterizedTest
  @EnumSource
  void whatComesTooLateDoesNotCount(Kind kind) {
    var store = store(kind);
    String id = sent(store, Ids.token());
    Instant late = NOW.plus(Duration.ofHours(1));
    assertFalse(store.answer(TENANT, id, said("_a"), "ticket", late));
    assertTrue(store.answer(TENANT, id, said("_a"), "ticket", late.minusMillis(1)));
    assertTrue(store.collect(TENANT, "c", id, "ticket", late).isEmpty());
  }

  private static String sent(SamlTripStore<Said> store, String relayState) {
    String id = "_" + Ids.token();
    store.insert(
        TENANT,
        new SamlTrip(id, "c", new SamlTrip.Return("https://us.example/back", "st")),
        relayState,
        NOW,
        Duration.ofHours(1));
    return id;
  }

  private static Said said(String assertion) {
    return new Said(assertion, "x");
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
