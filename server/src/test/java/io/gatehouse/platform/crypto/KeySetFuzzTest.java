package io.gatehouse.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import io.gatehouse.testing.Fuzz;
import java.text.ParseException;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;

/** Keys of others that are almost right: one that is none is left out. */
class KeySetFuzzTest {
  private static final SentJws SIGNED = signed();
  private static final Fuzz SETS = Fuzz.like(set()).refusedBy(ParseException.class);

  @Example
  void whatIsNullIsRefused() {
    assertThrows(ParseException.class, () -> JwkSets.parse("null"));
    assertThrows(ParseException.class, () -> JwkSets.parse("{\"keys\":[null]}"));
  }

  @Property(tries = Fuzz.TRIES, edgeCases = EdgeCasesMode.NONE, shrinking = ShrinkingMode.OFF)
  void keySets(@ForAll long number) {
    SETS.feed(
        number,
        text -> {
          for (VerificationKey key : VerificationKey.allOf(JwkSets.parse(text))) {
            key.verifies(SIGNED);
          }
        });
  }

  private static SentJws signed() {
    try {
      return SentJws.signed(
          new JwsSigner(SigningKey.generate(SigningAlgorithm.ES256))
              .sign("{\"alg\":\"ES256\"}".getBytes(UTF_8), "{}".getBytes(UTF_8)));
    } catch (ParseException e) {
      throw new AssertionError(e);
    }
  }

  private static String set() {
    try {
      return new JWKSet(
              List.of(
                  SigningKey.generate(SigningAlgorithm.ES256).publicJwk(),
                  SigningKey.generate(SigningAlgorithm.EDDSA).publicJwk(),
                  new RSAKeyGenerator(2048).keyID("r").generate().toPublicJWK()))
          .toString();
    } catch (JOSEException e) {
      throw new AssertionError(e);
    }
  }
}
