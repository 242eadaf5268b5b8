package io.gatehouse.tenant.dpop;

import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.KeyedDigest;
import io.gatehouse.platform.crypto.MasterKeys;
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
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

class DpopProofsFuzzTest {
  private static final Tenant TENANT =
      new Tenant(TenantId.DEFAULT, URI.create("https://id.example"));
  private static final TestClock CLOCK = new TestClock(Instant.ofEpochSecond(1_800_000_000));
  private static final SigningKey KEY = SigningKey.generate(SigningAlgorithm.ES256);
  private static final String HEADER =
      "{\"alg\":\"ES256\",\"typ\":\"dpop+jwt\",\"jwk\":" + KEY.publicJwk().toJSONString() + "}";
  private static final String CLAIMS =
      "{\"htm\":\"POST\",\"htu\":\"https://id.example/oidc/token\",\"jti\":\"j\",\"iat\":1800000000}";
  private static final Fuzz PROOFS =
      Fuzz.like(
          HEADER,
          CLAIMS,
          HEADER,
          CLAIMS.replace(
              "}", ",\"nonce\":\"n\",\"ath\":\"fUHyO2r2Z3DZ53EsNrWBb0xWXoaNy59IiKCAqksmQEo\"}"));

  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Once ONCE = new Once(DATABASE.database(), CLOCK);

  @AfterContainer
  static void close() {
    ONCE.close();
    DATABASE.close();
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void proofs(@ForAll long number) {
    DpopProofs proofs =
        new DpopProofs(
            ONCE,
            new DpopNonces(new KeyedDigest(MasterKeys.parse("A".repeat(43) + "=")), CLOCK),
            CLOCK);
    PROOFS.feedTokens(
        number,
        new JwsSigner(KEY),
        proof ->
            proofs.verify(
                TENANT, new DpopProofs.Presented(proof, "POST", "/oidc/token", null, false)));
  }
}
