package io.gatehouse.oidc.client;

import io.gatehouse.application.ApplicationSecret;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.SentJws;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.once.Once;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.Fuzz;
import io.gatehouse.testing.TestClock;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

/** What clients show of themselves. */
class ClientAuthenticationFuzzTest {
  private static final Tenant TENANT =
      new Tenant(TenantId.DEFAULT, URI.create("https://id.example"));
  private static final TestClock CLOCK = new TestClock(Instant.ofEpochSecond(1_800_000_000));
  private static final SigningKey KEY = SigningKey.generate(SigningAlgorithm.ES256);
  private static final JwsSigner SIGNER = new JwsSigner(KEY);
  private static final Fuzz CREDENTIALS =
      Fuzz.like(
          "Basic d2ViOnNlY3JldA==", "basic d2ViJTNBeDpzJTJCZWNyZXQ=", "Basic Og==", "Bearer abc");
  private static final String CLAIMS =
      ("{'iss':'demo-app','sub':'demo-app','aud':'https://id.example/oidc','jti':'j1','exp':1800000060,"
              + "'iat':1800000000,'nbf':1800000000}")
          .replace('\'', '"');
  private static final Fuzz ASSERTIONS =
      Fuzz.like(
          "{\"alg\":\"ES256\",\"kid\":\"" + KEY.kid() + "\"}",
          CLAIMS,
          "{\"alg\":\"ES256\",\"typ\":\"client-authentication+jwt\"}",
          CLAIMS.replace(
              "\"https://id.example/oidc\"", "[\"https://id.example/oidc/token\",\"x\"]"),
          "{\"alg\":\"HS256\"}",
          CLAIMS,
          "{\"alg\":\"ES256\",\"kid\":\"" + KEY.kid() + "\"}",
          CLAIMS.replace("\"https://id.example/oidc\"", "[null]"));

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Once ONCE = new Once(DATABASE.database(), CLOCK);

  @AfterContainer
  static void close() {
    ONCE.close();
    DATABASE.close();
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void credentialsInTheHeader(@ForAll long number) {
    CREDENTIALS.feed(number, BasicCredentials::parse);
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void assertions(@ForAll long number) {
    ClientAssertions assertions = new ClientAssertions(TestClients.keys(CLOCK), ONCE, CLOCK);
    Client client =
        TestClients.with(
            KEY, List.of(new ApplicationSecret("s", "secret of the client", Instant.EPOCH, null)));
    ASSERTIONS.feedTokens(
        number,
        SIGNER,
        text -> {
          SentJws assertion = ClientAssertions.parse(text);
          ClientAssertions.subject(assertion);
          assertions.verify(TENANT, client, assertion);
        });
  }
}
