package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.Publisher;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Clients that sign with a key of their own: {@code private_key_jwt}. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class PrivateKeyFlowTest {
  private static final String ISSUER = "http://localhost:3001/oidc";
  private static final String API = "https://default.logto.app/api";

  @Inject Provider provider;

  private final SigningKey key = SigningKey.generate(SigningAlgorithm.ES256);
  private TestClient machine;

  @BeforeEach
  void prepare() {
    machine = provider.application("MachineToMachine");
    register(machine, "\"jwks\":" + set(key));
  }

  @Test
  @Spec("RFC 7523 §3")
  @Spec("OpenID Connect Core §9")
  void everyAlgorithmThatIsAdvertisedWorks() {
    for (SigningAlgorithm algorithm : SigningAlgorithm.values()) {
      SigningKey one = SigningKey.generate(algorithm);
      register(machine, "\"jwks\":" + set(one));
      assertEquals(200, ask(assertion(one, claims -> claims)).status(), algorithm.alg());
      assertEquals("invalid_client", ask(assertion(key(algorithm), claims -> claims)).error());
    }
  }

  @Test
  @Spec("RFC 7523 §3")
  void anAssertionCountsOnceHoweverManySendIt() throws Exception {
    String assertion = assertion(key, claims -> claims);
    List<Answer> answers = Provider.atOnce(16, () -> ask(assertion));
    assertEquals(1, answers.stream().filter(answer -> answer.status() == 200).count());
    assertEquals(15, answers.stream().filter(a -> a.error().equals("invalid_client")).count());
  }

  @Test
  @Spec("RFC 7523 §3")
  void anAssertionMustFitInEveryPart() {
    Instant now = Instant.now();
    assertRefused(claims -> claims.audience("https://other.example"));
    assertRefused(claims -> claims.issuer("another"));
    assertRefused(claims -> claims.subject("another"));
    assertRefused(claims -> claims.expirationTime(null));
    assertRefused(claims -> claims.expirationTime(Date.from(now.minusSeconds(60))));
    assertRefused(claims -> claims.expirationTime(Date.from(now.plusSeconds(100_000))));
    assertRefused(claims -> claims.issueTime(Date.from(now.plusSeconds(70))));
    assertRefused(claims -> claims.notBeforeTime(Date.from(now.plusSeconds(70))));
    assertRefused(claims -> claims.jwtID(null));
    assertEquals(200, ask(assertion(key, claims -> claims.issueTime(Date.from(now)))).status());
    assertEquals(200, ask(assertion(key, claims -> claims.audience(ISSUER + "/token"))).status());
  }

  @Test
  @Spec("RFC 7515 §4.1.4")
  @Spec("OpenID Connect Core §10.1")
  void aKeyIsFoundByItsNameOrTriedWithoutOne() {
    SigningKey second = SigningKey.generate(SigningAlgorithm.ES256);
    register(machine, "\"jwks\":{\"keys\":[%s,%s]}".formatted(key.publicJwk(), second.publicJwk()));
    byte[] claims = claims(each -> each).toString().getBytes(StandardCharsets.UTF_8);
    assertEquals(200, ask(headed("{\"alg\":\"ES256\"}", second, claims)).status());
    String wrongName = "{\"alg\":\"ES256\",\"kid\":\"" + key.kid() + "\"}";
    byte[] others = claims(each -> each).toString().getBytes(StandardCharsets.UTF_8);
    assertEquals("invalid_client", ask(headed(wrongName, second, others)).error());
    String unknown = "{\"alg\":\"ES256\",\"kid\":\"nobody's\"}";
    assertEquals("invalid_client", ask(headed(unknown, second, others)).error());
    // What the header says of the algorithm must be what was signed.
    String another = "{\"alg\":\"ES384\"}";
    assertEquals("invalid_client", ask(headed(another, second, others)).error());
    String[] parts = headed("{\"alg\":\"none\"}", second, others).split("\\.");
    assertEquals("invalid_client", ask(parts[0] + "." + parts[1] + ".").error());
  }

  private static String headed(String header, SigningKey signing, byte[] claims) {
    return new JwsSigner(signing).sign(header.getBytes(StandardCharsets.UTF_8), claims);
  }

  @Test
  @Spec("RFC 8725 §3.11")
  void aTokenThatWasMadeForSomethingElseIsNoAssertion() {
    byte[] claims = claims(each -> each).toString().getBytes(StandardCharsets.UTF_8);
    assertEquals("invalid_client", ask(new JwsSigner(key).sign("at+jwt", claims)).error());
    assertEquals(200, ask(new JwsSigner(key).sign("client-authentication+jwt", claims)).status());
  }

  @Test
  void whereKeysAreRequiredASecretIsNotEnough() {
    String secret = provider.secretOf(machine);
    Map<String, String> shown = Map.of("client_id", machine.id, "client_secret", secret);
    assertEquals(200, ask(shown).status());
    register(machine, "\"method\":\"private_key_jwt\",\"jwks\":" + set(key));
    Answer refused = ask(shown);
    assertEquals(401, refused.status());
    assertEquals("invalid_client", refused.error());
    assertEquals(200, ask(assertion(key, claims -> claims)).status());
  }

  @Test
  @Spec("RFC 7009 §2.1")
  @Spec("RFC 7662 §2.1")
  @Spec("RFC 9126 §2")
  void everyEndpointThatAuthenticatesClientsTakesThem() {
    TestClient web = provider.application("Traditional");
    register(web, "\"jwks\":" + set(key));
    for (String path : List.of("/oidc/token/introspection", "/oidc/token/revocation")) {
      Map<String, String> form = new HashMap<>(asserted(assertion(web, key, claims -> claims)));
      form.put("token", "unknown");
      assertEquals(200, web.post(path, form).status(), path);
      assertEquals(401, web.post(path, form).status(), "the same again at " + path);
    }
    Map<String, String> pushed = new HashMap<>(asserted(assertion(web, key, claims -> claims)));
    pushed.put("response_type", "code");
    pushed.put("redirect_uri", Provider.CALLBACK);
    pushed.put("scope", "openid");
    Answer push = web.post("/oidc/request", pushed);
    assertEquals(201, push.status(), push.json().toString());
  }

  @Test
  @Spec("FAPI 2.0 Security Profile §5.3.2.1")
  void aFapiClientNamesTheIssuerAndNobodyElse() {
    register(machine, "\"method\":\"private_key_jwt\",\"fapi\":true,\"jwks\":" + set(key));
    // Known by now; what is missing is a proof to bind the token to.
    assertEquals("invalid_request", ask(assertion(key, claims -> claims)).error());
    assertRefused(claims -> claims.audience(ISSUER + "/token"));
    assertRefused(claims -> claims.audience(List.of(ISSUER, ISSUER + "/token")));
    SigningKey rsa = SigningKey.generate(SigningAlgorithm.RS256);
    register(machine, "\"method\":\"private_key_jwt\",\"fapi\":true,\"jwks\":" + set(rsa));
    assertEquals("invalid_client", ask(assertion(rsa, claims -> claims)).error());
  }

  @Test
  @Spec("OpenID Connect Core §10.1.1")
  void publishedKeysAreFetched() {
    try (Publisher published = new Publisher(set(key))) {
      register(machine, "\"jwksUri\":\"" + published.url() + "\"");
      assertEquals(200, ask(assertion(key, claims -> claims)).status());
      assertEquals(200, ask(assertion(key, claims -> claims)).status());
      assertEquals(1, published.calls());
      SigningKey other = SigningKey.generate(SigningAlgorithm.ES256);
      assertEquals("invalid_client", ask(assertion(other, claims -> claims)).error());
    }
  }

  @Test
  void discoverySaysSo() {
    ApiClient.Answer metadata = provider.api().get("/oidc/.well-known/openid-configuration");
    for (String endpoint : List.of("token", "introspection", "revocation")) {
      String methods =
          metadata.json().get(endpoint + "_endpoint_auth_methods_supported").toString();
      assertTrue(methods.contains("private_key_jwt"), methods);
      String algorithms =
          metadata.json().get(endpoint + "_endpoint_auth_signing_alg_values_supported").toString();
      assertTrue(algorithms.contains("PS256") && algorithms.contains("EdDSA"), algorithms);
    }
  }

  private void assertRefused(UnaryOperator<JWTClaimsSet.Builder> change) {
    Answer refused = ask(assertion(key, change));
    assertEquals("invalid_client", refused.error());
    assertEquals(401, refused.status());
  }

  private void register(TestClient client, String members) {
    ApiClient.Answer answer =
        provider
            .api()
            .put("/api/applications/" + client.id + "/authentication", "{" + members + "}");
    assertEquals(200, answer.status(), answer.text());
  }

  private static SigningKey key(SigningAlgorithm algorithm) {
    return SigningKey.generate(algorithm);
  }

  static String set(SigningKey key) {
    return new JWKSet(key.publicJwk()).toString();
  }

  private String assertion(SigningKey signing, UnaryOperator<JWTClaimsSet.Builder> change) {
    return assertion(machine, signing, change);
  }

  static String assertion(
      TestClient client, SigningKey signing, UnaryOperator<JWTClaimsSet.Builder> change) {
    return new JwsSigner(signing)
        .sign("JWT", JsonCodec.bytes(claims(client, change).toJSONObject()));
  }

  private JWTClaimsSet claims(UnaryOperator<JWTClaimsSet.Builder> change) {
    return claims(machine, change);
  }

  private static JWTClaimsSet claims(
      TestClient client, UnaryOperator<JWTClaimsSet.Builder> change) {
    return change
        .apply(
            new JWTClaimsSet.Builder()
                .issuer(client.id)
                .subject(client.id)
                .audience(ISSUER)
                .jwtID(Ids.standardId())
                .expirationTime(Date.from(Instant.now().plusSeconds(60))))
        .build();
  }

  static Map<String, String> asserted(String assertion) {
    return Map.of(
        "client_assertion",
        assertion,
        "client_assertion_type",
        "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
  }

  private Answer ask(String assertion) {
    return ask(asserted(assertion));
  }

  private Answer ask(Map<String, String> credentials) {
    Map<String, String> form = new HashMap<>(credentials);
    form.put("grant_type", "client_credentials");
    form.put("resource", API);
    return machine.token(form);
  }
}
