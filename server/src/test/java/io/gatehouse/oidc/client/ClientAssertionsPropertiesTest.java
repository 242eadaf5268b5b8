package io.gatehouse.oidc.client;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.nimbusds.jose.util.Base64URL;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

/** What holds for any text that is sent as an assertion. */
class ClientAssertionsPropertiesTest {
  @Property
  void anyTextIsReadOrRefused(@ForAll String text) {
    attempt(text);
  }

  @Property
  void anyThreePartsAreReadOrRefused(
      @ForAll String header, @ForAll String claims, @ForAll byte[] signature) {
    attempt(
        Base64URL.encode(header)
            + "."
            + Base64URL.encode(claims)
            + "."
            + Base64URL.encode(signature));
  }

  @Property
  void anyMembersAreReadOrRefused(@ForAll String algorithm, @ForAll String subject) {
    String header = "{\"alg\":" + quoted(algorithm) + "}";
    String claims = "{\"sub\":" + quoted(subject) + ",\"aud\":[" + quoted(algorithm) + "]}";
    attempt(Base64URL.encode(header) + "." + Base64URL.encode(claims) + ".AA");
  }

  private static String quoted(String text) {
    return io.gatehouse.platform.json.JsonCodec.text(new String(text.getBytes(UTF_8), UTF_8));
  }

  private static void attempt(String assertion) {
    try {
      ClientAssertions.subject(ClientAssertions.parse(assertion));
    } catch (OAuthException e) {
      assertEquals(OAuthError.INVALID_CLIENT, e.error());
    }
  }
}
