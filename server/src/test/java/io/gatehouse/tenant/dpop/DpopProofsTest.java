package io.gatehouse.tenant.dpop;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.JWSSigner;
import com.nimbusds.jose.crypto.ECDSASigner;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.Curve;
import com.nimbusds.jose.jwk.ECKey;
import com.nimbusds.jose.jwk.JWK;
import com.nimbusds.jose.jwk.OctetSequenceKey;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.ECKeyGenerator;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.Base64URL;
import io.gatehouse.platform.crypto.Digests;
import io.gatehouse.platform.crypto.KeyedDigest;
import io.gatehouse.platform.crypto.MasterKeys;
import io.gatehouse.platform.db.TestDatabase;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.platform.once.Once;
import io.gatehouse.protocol.OAuthError;
import io.gatehouse.protocol.OAuthException;
import io.gatehouse.protocol.Spec;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.tenant.dpop.DpopProofs.Presented;
import io.gatehouse.testing.TestClock;
import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a proof must be, part by part. */
class DpopProofsTest {
  private static final long NOW = 1_800_000_000;
  private static final String TOKEN = "an-access-token";
  private static final Tenant TENANT =
      new Tenant(TenantId.DEFAULT, URI.create("https://id.example"));
  private static final TestClock CLOCK = new TestClock(Instant.ofEpochSecond(NOW));
  private static final TestDatabase DATABASE = TestDatabase.create();
  private static final Once ONCE = new Once(DATABASE.database(), CLOCK);
  private static final DpopProofs PROOFS =
      new DpopProofs(
          ONCE,
          new DpopNonces(new KeyedDigest(MasterKeys.parse("A".repeat(43) + "=")), CLOCK),
          CLOCK);
  private static final ECKey KEY = key(Curve.P_256);

  @AfterAll
  static void close() {
    ONCE.close();
    DATABASE.close();
  }

  @ParameterizedTest
  @Spec("RFC 9449 §4.3")
  @ValueSource(
      strings = {
        "https://id.example/oidc/me",
        "https://ID.example/oidc/me",
        "HTTPS://id.example:443/oidc/me",
        "https://id.example/oidc/me?a=b#c",
        "https://id.example/oidc/./me",
        "https://id.example/oidc/x/../me",
        "https://id.example/oidc/%6de"
      })
  void anAddressIsTheSameHoweverItIsWritten(String htu) throws Exception {
    assertEquals(
        KEY.computeThumbprint().toString(), verify(proof(claims -> claims.put("htu", htu))));
  }

  @ParameterizedTest
  @Spec("RFC 9449 §4.3")
  @ValueSource(
      strings = {
        "http://id.example/oidc/me",
        "https://id.example:8443/oidc/me",
        "https://other.example/oidc/me",
        "https://id.example.evil.test/oidc/me",
        "https://id.example/oidc/me/",
        "https://id.example/oidc/ME",
        "https://id.example/oidc/token",
        "https://id.example",
        "/oidc/me",
        "https://id.example/[",
        ""
      })
  void anotherAddressIsAnother(String htu) {
    refused(proof(claims -> claims.put("htu", htu)));
  }

  @ParameterizedTest
  @Spec("RFC 9449 §4.2")
  @ValueSource(strings = {"jti", "htm", "htu", "iat", "ath"})
  void noClaimMayBeMissing(String name) {
    refused(proof(claims -> claims.remove(name)));
  }

  @Test
  @Spec("RFC 9449 §4.3")
  void claimsAreWhatTheyShouldBe() {
    refused(proof(claims -> claims.put("htm", "POST")));
    refused(proof(claims -> claims.put("htm", "get")));
    refused(proof(claims -> claims.put("ath", "another")));
    refused(proof(claims -> claims.put("iat", Long.toString(NOW))));
    refused(proof(claims -> claims.put("jti", "")));
    refused(proof(claims -> claims.put("jti", "x".repeat(600))));
    refused(proof(claims -> claims.putArray("htu").add("https://id.example/oidc/me")));
    // What nobody here knows is nobody's business.
    verify(proof(claims -> claims.put("nbf", NOW).put("exp", NOW + 300).put("more", true)));
  }

  @ParameterizedTest
  @Spec("RFC 9449 §11.1")
  @Spec("FAPI 2.0 Security Profile §5.3.2.1")
  @CsvSource({"-10,true", "0,true", "10,true", "-3600,false", "3600,false", "70,false"})
  void clocksMayBeSomeSecondsApart(long seconds, boolean good) {
    String proof = proof(claims -> claims.put("iat", NOW + seconds));
    if (good) {
      verify(proof);
    } else {
      refused(proof);
    }
  }

  @Test
  @Spec("RFC 9449 §11.1")
  void aProofCountsOnceEachKeysForItself() throws Exception {
    String proof = proof(claims -> claims.put("jti", "the same"));
    verify(proof);
    refused(proof);
    refused(proof(claims -> claims.put("jti", "the same").put("more", 1)));
    ECKey other = key(Curve.P_256);
    String theirs = payload(claims -> claims.put("jti", "the same"));
    verify(signed(header("ES256", other.toPublicJWK()), theirs, new ECDSASigner(other)));
  }

  @Test
  @Spec("RFC 9449 §4.3")
  void theKeyIsPublicAndTheSignatureItsOwn() throws Exception {
    JWSSigner own = new ECDSASigner(KEY);
    refused(signed(header("ES256", KEY), payload(c -> {}), own));
    refused(signed(header("ES256", key(Curve.P_256).toPublicJWK()), payload(c -> {}), own));
    ObjectNode keyless = header("ES256", KEY.toPublicJWK());
    keyless.remove("jwk");
    refused(signed(keyless, payload(c -> {}), own));
    ObjectNode withMore = header("ES256", KEY.toPublicJWK()).put("more", "header");
    verify(signed(withMore, payload(c -> {}), own));
    ObjectNode critical = header("ES256", KEY.toPublicJWK());
    critical.putArray("crit").add("more");
    refused(signed(critical.put("more", 1), payload(c -> {}), own));
  }

  @Test
  @Spec("RFC 9449 §4.3")
  @Spec("FAPI 2.0 Security Profile §5.4.1")
  void onlyAlgorithmsOfTheProfileCount() throws Exception {
    ECKey longer = key(Curve.P_384);
    refused(
        signed(header("ES384", longer.toPublicJWK()), payload(c -> {}), new ECDSASigner(longer)));
    RSAKey rsa = new RSAKeyGenerator(2048).generate();
    JWSSigner byRsa = new RSASSASigner(rsa);
    refused(signed(header("RS256", rsa.toPublicJWK()), payload(c -> {}), byRsa));
    verify(signed(header("PS256", rsa.toPublicJWK()), payload(c -> {}), byRsa));
    OctetSequenceKey secret = new OctetSequenceKey.Builder(new byte[32]).build();
    refused(signed(header("HS256", secret), payload(c -> {}), new MACSigner(secret)));
    String none = encoded(header("none", KEY.toPublicJWK()).toString());
    refused(none + "." + encoded(payload(c -> {})) + ".");
    refused(proof(c -> {}).replaceAll("\\.[^.]*$", "."));
  }

  @ParameterizedTest
  @Spec("RFC 9449 §4.2")
  @ValueSource(strings = {"JWT", "at+jwt", "dpop", "oauth-authz-req+jwt"})
  void aTokenOfAnotherKindIsNoProof(String type) throws Exception {
    ObjectNode header = header("ES256", KEY.toPublicJWK()).put("typ", type);
    refused(signed(header, payload(c -> {}), new ECDSASigner(KEY)));
  }

  @Test
  @Spec("RFC 9449 §8")
  void aNonceThatIsNotOursIsAnsweredWithOneThatIs() {
    String proof = proof(claims -> claims.put("nonce", "of somebody else"));
    OAuthException refusal = assertThrows(OAuthException.class, () -> verify(proof));
    assertEquals(OAuthError.USE_DPOP_NONCE, refusal.error());
  }

  private static void refused(String proof) {
    OAuthException refusal = assertThrows(OAuthException.class, () -> verify(proof), proof);
    assertEquals(OAuthError.INVALID_DPOP_PROOF, refusal.error(), proof);
  }

  private static @Nullable String verify(String proof) {
    return PROOFS.verify(TENANT, new Presented(proof, "GET", "/oidc/me", TOKEN, false));
  }

  private static String proof(Consumer<ObjectNode> change) {
    try {
      return signed(header("ES256", KEY.toPublicJWK()), payload(change), new ECDSASigner(KEY));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ObjectNode header(String alg, JWK key) {
    ObjectNode header = JsonCodec.object().put("alg", alg).put("typ", "dpop+jwt");
    header.set("jwk", JsonCodec.tree(key.toJSONString()));
    return header;
  }

  private static String payload(Consumer<ObjectNode> change) {
    ObjectNode claims =
        JsonCodec.object()
            .put("jti", UUID.randomUUID().toString())
            .put("htm", "GET")
            .put("htu", "https://id.example/oidc/me")
            .put("iat", NOW)
            .put(
                "ath",
                Base64.getUrlEncoder()
                    .withoutPadding()
                    .encodeToString(Digests.sha256(TOKEN.getBytes(US_ASCII))));
    change.accept(claims);
    return claims.toString();
  }

  /** Signs whatever it is, as those would who do not care. */
  private static String signed(ObjectNode header, String claims, JWSSigner signer)
      throws JOSEException {
    String content = encoded(header.toString()) + "." + encoded(claims);
    JWSHeader how = new JWSHeader(JWSAlgorithm.parse(header.path("alg").asText()));
    return content + "." + signer.sign(how, content.getBytes(US_ASCII));
  }

  private static String encoded(String text) {
    return Base64URL.encode(text.getBytes(UTF_8)).toString();
  }

  private static ECKey key(Curve curve) {
    try {
      return new ECKeyGenerator(curve).generate();
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
  }
}
