package io.gatehouse.interaction.step.passkey;

import io.gatehouse.interaction.step.Journey;
import io.gatehouse.interaction.step.passkey.ChallengeStore.Asked;
import io.gatehouse.interaction.step.passkey.ChallengeStore.Challenge;
import io.gatehouse.interaction.step.passkey.ChallengeStore.Purpose;
import io.gatehouse.platform.error.ErrorCode;
import jakarta.inject.Singleton;
import java.time.InstantSource;

/** What the browser of an interaction was asked to sign: each counts for one answer. */
@Singleton
class Challenges {
  private final ChallengeStore store;
  private final InstantSource clock;

  Challenges(ChallengeStore store, InstantSource clock) {
    this.store = store;
    this.clock = clock;
  }

  /** Remembers what was asked, for the proof that the answer completes. */
  void ask(Journey journey, Purpose purpose, String recordId, Challenge challenge) {
    store.put(journey.tenantId(), journey.interaction(), new Asked(purpose, recordId), challenge);
  }

  /** Takes it out, or ends the request where nothing waits for an answer. */
  Challenge take(Journey journey, Purpose purpose, String recordId, ErrorCode none) {
    return store
        .redeem(
            journey.tenantId(),
            journey.interaction(),
            new Asked(purpose, recordId),
            clock.instant())
        .orElseThrow(none::exception);
  }
}
