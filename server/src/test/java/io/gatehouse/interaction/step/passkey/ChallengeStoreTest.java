package io.gatehouse.interaction.step.passkey;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.interaction.Interaction;
import io.gatehouse.interaction.step.passkey.ChallengeStore.Asked;
import io.gatehouse.interaction.step.passkey.ChallengeStore.Challenge;
import io.gatehouse.interaction.step.passkey.ChallengeStore.Purpose;
import io.gatehouse.platform.db.TestDatabase;
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
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class ChallengeStoreTest {
  private static final TenantId TENANT = TenantId.DEFAULT;
  private static final Instant NOW = Instant.parse("2026-11-27T10:00:00Z");
  private static final Duration LIFE = Duration.ofHours(1);
  private static final Asked ASKED = new Asked(Purpose.SIGN_IN, "proof");
  private static final Challenge CHALLENGE = new Challenge("challenge", "localhost");

  private final Interaction interaction = interaction("interaction");
  private TestDatabase database;
  private ChallengeStore store;

  @BeforeEach
  void open() {
    database = TestDatabase.create();
    store = new ChallengeStore(database.db());
  }

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void ofManyWhoAnswerOneGetsTheChallenge() throws Exception {
    store.put(TENANT, interaction, ASKED, CHALLENGE);
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      List<Callable<Optional<Challenge>>> answers =
          IntStream.range(0, 16)
              .<Callable<Optional<Challenge>>>mapToObj(
                  i -> () -> store.redeem(TENANT, interaction, ASKED, NOW))
              .toList();
      int winners = 0;
      for (Future<Optional<Challenge>> each : threads.invokeAll(answers)) {
        winners += each.get().equals(Optional.of(CHALLENGE)) ? 1 : 0;
      }
      assertEquals(1, winners);
    }
  }

  @Test
  void aNewChallengeVoidsTheOldOfItsPurposeAndNoOther() {
    Asked later = new Asked(Purpose.SIGN_IN, "later");
    Asked other = new Asked(Purpose.REGISTRATION, "other");
    store.put(TENANT, interaction, ASKED, CHALLENGE);
    store.put(TENANT, interaction, other, new Challenge("another", "localhost"));
    store.put(TENANT, interaction, later, new Challenge("later", "localhost"));
    assertTrue(store.redeem(TENANT, interaction, ASKED, NOW).isEmpty());
    assertEquals("later", store.redeem(TENANT, interaction, later, NOW).orElseThrow().value());
    assertEquals("another", store.redeem(TENANT, interaction, other, NOW).orElseThrow().value());
  }

  @Test
  void itIsAnsweredInItsInteractionAndInTime() {
    store.put(TENANT, interaction, ASKED, CHALLENGE);
    assertTrue(store.redeem(TENANT, interaction("stranger"), ASKED, NOW).isEmpty());
    assertTrue(store.redeem(TenantId.ADMIN, interaction, ASKED, NOW).isEmpty());
    assertTrue(store.redeem(TENANT, interaction, ASKED, NOW.plus(LIFE)).isEmpty());
    assertEquals(
        Optional.of(CHALLENGE),
        store.redeem(TENANT, interaction, ASKED, NOW.plus(LIFE).minusSeconds(1)));
  }

  private static Interaction interaction(String id) {
    return new Interaction(
        id,
        0,
        "demo-app",
        null,
        JsonCodec.object(),
        Interaction.LOGIN,
        JsonCodec.object(),
        null,
        NOW.plus(LIFE));
  }
}
