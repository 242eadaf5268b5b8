package io.gatehouse.tenant.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import io.gatehouse.platform.cache.ChangeListener;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.db.Database;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.protocol.Spec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class RotationOnTwoNodesTest {
  private static final TenantId TENANT = TenantId.DEFAULT;

  private final TestClock clock = new TestClock(Instant.parse("2030-01-01T00:00:00Z"));

  @Test
  @Spec("OpenID Connect Core §10.1.1")
  void aKeyRotatedOnOneNodeSignsOnTheOtherWithoutARestart() throws InterruptedException {
    try (TestDatabase database = TestDatabase.create();
        Database second =
            Database.open(
                database.database().url(),
                new Database.Limits(4, Duration.ofSeconds(5), Duration.ofSeconds(30)))) {
      SigningKeys here = node(database.database(), new Invalidations(database.db()));
      Invalidations heard = new Invalidations(second.db());
      SigningKeys there = node(second, heard);
      try (ChangeListener listener = new ChangeListener(second, heard)) {
        listener.start();
        Thread.sleep(300);
        String old = kid(there);
        assertEquals(old, kid(here));
        here.rotate(TENANT, SigningAlgorithm.ES384, Duration.ZERO);
        String fresh = kid(here);
        assertNotEquals(old, fresh);
        for (int i = 0; i < 500 && !kid(there).equals(fresh); i++) {
          Thread.sleep(20);
        }
        assertEquals(fresh, kid(there));
        assertNotNull(there.ring(TENANT).verifier(old), "tokens of the previous key still verify");
      }
    }
  }

  @Test
  void aNextKeyIsPublishedOnBothNodesBeforeItSignsOnBoth() throws InterruptedException {
    try (TestDatabase database = TestDatabase.create();
        Database second =
            Database.open(
                database.database().url(),
                new Database.Limits(4, Duration.ofSeconds(5), Duration.ofSeconds(30)))) {
      SigningKeys here = node(database.database(), new Invalidations(database.db()));
      Invalidations heard = new Invalidations(second.db());
      SigningKeys there = node(second, heard);
      try (ChangeListener listener = new ChangeListener(second, heard)) {
        listener.start();
        Thread.sleep(300);
        String old = kid(there);
        String next =
            here.rotate(TENANT, SigningAlgorithm.EDDSA, Duration.ofHours(1)).getFirst().kid();
        for (int i = 0; i < 500 && there.ring(TENANT).verifier(next) == null; i++) {
          Thread.sleep(20);
        }
        assertNotNull(there.ring(TENANT).verifier(next), "the other node publishes it");
        assertEquals(old, kid(here));
        assertEquals(old, kid(there));
        clock.pass(Duration.ofHours(1));
        assertEquals(next, kid(here));
        assertEquals(next, kid(there));
        here.rotate(TENANT, SigningAlgorithm.ES256, Duration.ZERO);
        assertNotNull(here.ring(TENANT).verifier(next), "it has become the previous one");
      }
    }
  }

  private SigningKeys node(Database database, Invalidations invalidations) {
    return TestKeys.of(database.db(), invalidations, clock);
  }

  private String kid(SigningKeys keys) {
    return keys.ring(TENANT).signer(clock.instant()).key().kid();
  }
}
