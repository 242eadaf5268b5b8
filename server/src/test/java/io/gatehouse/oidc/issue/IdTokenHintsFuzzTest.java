package io.gatehouse.oidc.issue;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.key.TestKeys;
import io.gatehouse.testing.Fuzz;
import java.net.URI;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.AfterContainer;

class IdTokenHintsFuzzTest {
  private static final Tenant TENANT =
      new Tenant(TenantId.DEFAULT, URI.create("https://id.example"));
  private static final String CLAIMS =
      "{\"iss\":\"https://id.example/oidc\",\"sub\":\"u\",\"aud\":\"web\",\"sid\":\"s\",\"exp\":1}";

  private static final TestKeys KEYS = TestKeys.open();
  private static final JwsSigner SIGNER = KEYS.signer();
  private static final Fuzz HINTS =
      Fuzz.like("{\"alg\":\"ES384\",\"kid\":\"" + SIGNER.key().kid() + "\"}", CLAIMS);

  @AfterContainer
  static void close() {
    KEYS.close();
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void hintsOfOurs(@ForAll long number) {
    IdTokenHints reader = new IdTokenHints(KEYS.keys());
    HINTS.feedTokens(
        number, SIGNER, hint -> reader.read(TENANT, hint).ifPresent(IdTokenHints.Hint::subject));
  }

  @Property(tries = 500)
  void nobodyElsesKeyMakesAHint(@ForAll long number) {
    SigningKey other = SigningKey.generate(SigningAlgorithm.ES384);
    IdTokenHints reader = new IdTokenHints(KEYS.keys());
    HINTS.feedTokens(
        number,
        new JwsSigner(other),
        hint -> assertEquals(java.util.Optional.empty(), reader.read(TENANT, hint)));
  }
}
