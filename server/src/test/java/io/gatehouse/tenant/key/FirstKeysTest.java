package io.gatehouse.tenant.key;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.RSAKey;
import io.gatehouse.platform.cache.Invalidations;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.protocol.Spec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.TestClock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The first key of an algorithm besides the tenant's own. */
class FirstKeysTest {
  private static final SigningAlgorithm RS256 = SigningAlgorithm.RS256;

  private final TestDatabase database = TestDatabase.create();
  private final TestClock clock = new TestClock(Instant.now());
  private final KeyStore store = new KeyStore(database.db(), TestKeys.sealer());
  private final SigningKeys keys = node();

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  @Spec("OpenID Connect Discovery §3")
  void whoeverAsksAtOnceOnTwoNodesGetsTheSameOfTheContractsLength() throws Exception {
    SigningKeys other = node();
    Set<String> kids = new HashSet<>();
    try (ExecutorService threads = Executors.newFixedThreadPool(16)) {
      Callable<JwsSigner> here = () -> keys.signer(TenantId.DEFAULT, RS256);
      Callable<JwsSigner> there = () -> other.signer(TenantId.DEFAULT, RS256);
      List<Callable<JwsSigner>> calls = new ArrayList<>(Collections.nCopies(8, here));
      calls.addAll(Collections.nCopies(8, there));
      for (Future<JwsSigner> call : threads.invokeAll(calls)) {
        kids.add(call.get().key().kid());
      }
    }
    assertEquals(1, kids.size());
    List<JWK> published =
        store.all(TenantId.DEFAULT).stream()
            .map(stored -> stored.key().publicJwk())
            .filter(RSAKey.class::isInstance)
            .toList();
    assertEquals(1, published.size());
    assertEquals(4096, published.getFirst().size());
  }

  @Test
  void aTenantHasOneSoonAfterItsFirstMinute() {
    MakeKeysJob job = new MakeKeysJob(store, keys);
    job.run(clock.instant().minus(Duration.ofMinutes(1)));
    assertTrue(store.without(RS256, clock.instant()).contains(TenantId.ADMIN));
    clock.pass(Duration.ofMinutes(2));
    database.asOwner(
        "update tenants set created_at = now() + interval '1 day' where id <> 'admin'");
    job.run(clock.instant());
    assertEquals(List.of(), store.without(RS256, clock.instant()));
    assertTrue(keys.ring(TenantId.ADMIN).algorithms().contains(RS256));
  }

  private SigningKeys node() {
    return TestKeys.of(database.db(), new Invalidations(database.db()), clock);
  }
}
