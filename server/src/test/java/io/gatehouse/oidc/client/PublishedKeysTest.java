package io.gatehouse.oidc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.jwk.JWKSet;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.Outside;
import io.gatehouse.platform.config.AddressRange;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.platform.egress.EgressGuard;
import io.gatehouse.platform.egress.GuardedDialer;
import io.gatehouse.platform.egress.GuardedHttp;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.Publisher;
import io.gatehouse.testing.TestClock;
import io.vertx.core.Vertx;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Against a real server on loopback. */
class PublishedKeysTest {
  private final TestClock clock = new TestClock(Instant.parse("2026-01-01T00:00:00Z"));
  private final SigningKey first = SigningKey.generate(SigningAlgorithm.ES256);
  private final SigningKey second = SigningKey.generate(SigningAlgorithm.ES256);
  private final Vertx vertx = Vertx.vertx();
  private final Publisher publisher = new Publisher(set(first));

  @AfterEach
  void close() {
    publisher.close();
    vertx.close().toCompletionStage().toCompletableFuture().join();
  }

  @Test
  void aSetIsFetchedOnceAndAgainWhenItIsOld() {
    PublishedKeys keys = keys("127.0.0.0/8");
    assertEquals(1, found(keys, first));
    assertEquals(1, found(keys, first));
    assertEquals(1, publisher.calls());
    clock.pass(PublishedKeys.FRESH.plusSeconds(1));
    assertEquals(1, found(keys, first));
    assertEquals(2, publisher.calls());
  }

  @Test
  @Spec("OpenID Connect Core §10.1.1")
  void aKeyThatIsNotThereIsLookedForButNotAtEveryCall() {
    PublishedKeys keys = keys("127.0.0.0/8");
    assertEquals(0, found(keys, second));
    publisher.publish(set(first, second));
    for (int i = 0; i < 20; i++) {
      assertEquals(0, found(keys, second));
    }
    assertEquals(1, publisher.calls());
    clock.pass(PublishedKeys.BETWEEN);
    assertEquals(1, found(keys, second));
    assertEquals(2, publisher.calls());
  }

  @Test
  @Spec("OpenID Connect Core §10.1.1")
  void aKeyThatHasJustChangedIsFoundAtOnce() {
    PublishedKeys keys = keys("127.0.0.0/8");
    assertEquals(1, found(keys, first));
    publisher.publish(set(second));
    assertEquals(1, found(keys, second));
    assertEquals(0, found(keys, first));
    assertEquals(3, publisher.calls());
    // It was looked for and is not there: that is so for a while.
    assertEquals(0, found(keys, first));
    assertEquals(1, found(keys, second));
    assertEquals(3, publisher.calls());
  }

  @Test
  void manyWhoAskAtOnceMakeOneCall() throws Exception {
    PublishedKeys keys = keys("127.0.0.0/8");
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      List<Future<Integer>> all =
          IntStream.range(0, 16).mapToObj(i -> threads.submit(() -> found(keys, first))).toList();
      for (Future<Integer> one : all) {
        assertEquals(1, one.get());
      }
    }
    assertEquals(1, publisher.calls());
  }

  @Test
  void whatWasKnownServesWhileTheAddressIsDown() {
    PublishedKeys keys = keys("127.0.0.0/8");
    assertEquals(1, found(keys, first));
    publisher.answerWith(503);
    clock.pass(PublishedKeys.FRESH.plusSeconds(1));
    assertEquals(1, found(keys, first));
    clock.pass(PublishedKeys.USABLE);
    assertEquals(0, found(keys, first));
  }

  @Test
  void whatIsNoKeySetBringsNothing() {
    for (String bad :
        List.of("", "[]", "{\"keys\":1}", "<html>", "{\"keys\":[]}" + " ".repeat(70_000))) {
      publisher.publish(bad);
      assertEquals(0, found(keys("127.0.0.0/8"), first), bad);
    }
  }

  @Test
  void theEgressGuardIsAsked() {
    assertEquals(0, found(keys("10.1.2.3/32"), first));
    assertEquals(0, publisher.calls());
    assertEquals(1, found(keys("127.0.0.0/8"), first));
  }

  private PublishedKeys keys(String allowed) {
    EgressGuard guard = new EgressGuard(List.of(AddressRange.parse(allowed)));
    HttpSender http = new GuardedHttp(guard, vertx);
    return new PublishedKeys(
        new Outside(http, new GuardedDialer(guard), clock, new SecureRandom()), clock);
  }

  private int found(PublishedKeys keys, SigningKey wanted) {
    return keys.at(publisher.url(), key -> wanted.kid().equals(key.kid())).size();
  }

  private static String set(SigningKey... keys) {
    return new JWKSet(java.util.Arrays.stream(keys).map(SigningKey::publicJwk).toList()).toString();
  }
}
