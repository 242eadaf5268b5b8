package io.gatehouse.enterprise.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.saml.signon.SamlTrip;
import io.gatehouse.platform.saml.signon.SamlTripStore;
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

class SamlArrivalStoreTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final Instant NOW = Instant.parse("2026-11-21T10:00:00Z");
  private static final Instant UNTIL = NOW.plus(Duration.ofMinutes(10));
  private static final Duration LIFE = Duration.ofHours(1);
  private static final int THREADS = 16;

  private TestDatabase database;
  private SamlArrivalStore store;
  private SamlTripStore<SamlPerson> trips;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    store = new SamlArrivalStore(database.db());
    trips = new SamlTripStore<>(database.db(), SamlTrips.KEPT);
    for (String connector : List.of("c", "d")) {
      database
          .db()
          .update(
              TENANT,
              """
              insert into sso_connectors (tenant_id, id, provider_name, connector_name, config, created_at)
              values (?, ?, 'SAML', ?, '', ?)
              """,
              TENANT,
              connector,
              connector,
              NOW);
    }
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void ofManyWhoBringAnAssertionOneHasCome() throws Exception {
    assertEquals(1, winners(i -> came("c", "_one", "secret" + i)));
    assertTrue(came("d", "_one", "another"), "another provider may call its own the same");
  }

  @Test
  void ofManySignInsThatTakeSomebodyUpOneDoes() throws Exception {
    came("c", "_one", "secret");
    assertEquals(1, winners(i -> store.takeUp(TENANT, taking("secret"), NOW, LIFE)));
    assertFalse(came("c", "_one", "later"), "the assertion stays used");
  }

  @Test
  void whoIsTakenUpIsBackFromATrip() {
    came("c", "_one", "secret");
    SamlArrivalStore.Taking taking = taking("secret");
    assertTrue(store.takeUp(TENANT, taking, NOW, LIFE));
    String request = taking.trip().id();
    assertTrue(trips.collect(TENANT, "c", request, "another", NOW).isEmpty());
    SamlPerson person = trips.collect(TENANT, "c", request, "ticket", NOW).orElseThrow();
    assertEquals(person("_one"), person);
    assertTrue(trips.collect(TENANT, "c", request, "ticket", NOW).isEmpty());
  }

  @Test
  void onlyWhoHoldsTheSecretIsTakenUpWhereTheyCameForAndInTime() {
    came("c", "_one", "secret");
    assertFalse(store.takeUp(TENANT, taking("guessed"), NOW, LIFE));
    assertFalse(
        store.takeUp(
            TENANT,
            new SamlArrivalStore.Taking("secret", "another", trip("c"), "ticket"),
            NOW,
            LIFE));
    assertFalse(
        store.takeUp(
            TENANT, new SamlArrivalStore.Taking("secret", "app", trip("d"), "ticket"), NOW, LIFE));
    assertFalse(store.takeUp(TENANT, taking("secret"), UNTIL, LIFE));
    assertTrue(store.takeUp(TENANT, taking("secret"), UNTIL.minusMillis(1), LIFE));
  }

  private boolean came(String connector, String assertion, String secret) {
    return store.insert(
        TENANT,
        new SamlArrivalStore.Arrival(connector, "app", person(assertion)),
        secret,
        UNTIL,
        NOW.plus(LIFE));
  }

  private static SamlArrivalStore.Taking taking(String secret) {
    return new SamlArrivalStore.Taking(secret, "app", trip("c"), "ticket");
  }

  private static SamlTrip trip(String connector) {
    return new SamlTrip(
        "_" + Ids.token(), connector, new SamlTrip.Return("https://us.example/back", "st"));
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
