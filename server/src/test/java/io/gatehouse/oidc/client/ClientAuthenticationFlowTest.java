package io.gatehouse.oidc.client;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** How clients prove who they are. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ClientAuthenticationFlowTest {
  private static final String API = "https://default.logto.app/api";

  @Inject Provider provider;

  @Inject ServerClock clock;

  private TestClient machine;
  private String secret;

  @BeforeEach
  void prepare() {
    machine = provider.application("MachineToMachine");
    secret = provider.secretOf(machine);
  }

  @AfterEach
  void present() {
    clock.reset();
  }

  @Test
  @Spec("RFC 6749 §2.3.1")
  void aSecretIsTakenFromTheHeaderOrTheFormButNotFromBoth() {
    assertEquals(200, ask(Map.of(), "Authorization", basic(machine.id, secret)).status());
    assertEquals(200, ask(Map.of("client_id", machine.id, "client_secret", secret)).status());
    assertEquals(
        "invalid_request",
        ask(Map.of("client_secret", secret), "Authorization", basic(machine.id, secret)).error());
    assertEquals(
        "invalid_request",
        ask(Map.of("client_id", "another"), "Authorization", basic(machine.id, secret)).error());
  }

  @Test
  @Spec("RFC 6749 §5.2")
  void whoeverCannotProveItIsRefusedWithoutBeingToldMore() {
    Answer wrong = ask(Map.of(), "Authorization", basic(machine.id, "wrong"));
    assertEquals(401, wrong.status());
    assertEquals("invalid_client", wrong.error());
    assertEquals("invalid_client", ask(Map.of("client_id", machine.id)).error());
    assertEquals("invalid_client", ask(Map.of("client_id", "nobody")).error());
    assertEquals("invalid_request", ask(Map.of()).error());
    assertEquals("invalid_request", ask(Map.of(), "Authorization", "Basic !!").error());
    assertEquals("invalid_request", ask(Map.of(), "Authorization", "Digest x").error());
  }

  @Test
  @Spec("RFC 6749 §2.3.1")
  void credentialsInTheAddressAreNone() {
    // "The parameters can only be transmitted in the request-body"
    Map<String, String> credentials = Map.of("client_id", machine.id, "client_secret", secret);
    Answer refused =
        machine.post(
            "/oidc/token?" + TestClient.form(credentials),
            Map.of("grant_type", "client_credentials", "resource", API));
    assertEquals("invalid_request", refused.error());
  }

  @Test
  void aSecretThatHasExpiredIsSaidToBe() {
    long soon = clock.instant().plusSeconds(60).toEpochMilli();
    String brief =
        provider
            .api()
            .post(
                "/api/applications/" + machine.id + "/secrets",
                "{\"name\":\"brief\",\"expiresAt\":" + soon + "}")
            .json()
            .get("value")
            .asText();
    assertEquals(200, ask(Map.of(), "Authorization", basic(machine.id, brief)).status());
    clock.pass(Duration.ofSeconds(61));
    Answer late = ask(Map.of(), "Authorization", basic(machine.id, brief));
    assertEquals("invalid_request", late.error());
    assertTrue(late.text("error_description").contains("expired"), late.json().toString());
    assertEquals(200, ask(Map.of(), "Authorization", basic(machine.id, secret)).status());
  }

  @Test
  @Spec("OpenID Connect Registration §2")
  void whoHasAgreedOnAnAlgorithmIsHeldToIt() {
    String path = "/api/applications/" + machine.id + "/protocol";
    for (String alg : new String[] {"none", "HS384", "RSA1_5"}) {
      String wrong = "{\"tokenEndpointAuthSigningAlg\":\"" + alg + "\"}";
      assertEquals(400, provider.api().put(path, wrong).status(), alg);
    }
    assertEquals(
        200, provider.api().put(path, "{\"tokenEndpointAuthSigningAlg\":\"ES256\"}").status());
    assertRefused(assertion(secret, claims -> claims));
    assertEquals(
        200, provider.api().put(path, "{\"tokenEndpointAuthSigningAlg\":\"HS256\"}").status());
    assertEquals(200, asserting(assertion(secret, claims -> claims)).status());
  }

  @Test
  @Spec("RFC 7521 §4.2")
  void anAssertionIsOfWhoIsNamedBesideIt() {
    Map<String, String> form = new HashMap<>();
    form.put("client_assertion", assertion(secret, claims -> claims));
    form.put("client_assertion_type", "urn:ietf:params:oauth:client-assertion-type:jwt-bearer");
    form.put("client_id", "another");
    assertEquals("invalid_request", ask(form).error());
    form.put("client_id", machine.id);
    form.put("client_secret", secret);
    assertEquals("invalid_request", ask(form).error());
    form.remove("client_secret");
    assertEquals(200, ask(form).status());
  }

  @Test
  void aNulNeverReachesTheDatabase() {
    Answer inId = ask(Map.of(), "Authorization", basic("a%00b", secret));
    assertEquals(400, inId.status());
    assertEquals("invalid_request", inId.error());
    assertEquals(
        "invalid_request",
        ask(Map.of(), "Authorization", basic(machine.id + "\0", secret)).error());
    assertEquals("invalid_request", ask(Map.of("client_id", "a\0b", "client_secret", "x")).error());
  }

  @Test
  void anyOfSeveralSecretsWillDoAsLongAsItIsThere() {
    String secrets = "/api/applications/" + machine.id + "/secrets";
    String second =
        provider.api().post(secrets, "{\"name\":\"second\"}").json().get("value").asText();
    assertEquals(200, ask(Map.of(), "Authorization", basic(machine.id, second)).status());
    assertEquals(204, provider.api().delete(secrets + "/second").status());
    assertEquals(401, ask(Map.of(), "Authorization", basic(machine.id, second)).status());
    assertEquals(200, ask(Map.of(), "Authorization", basic(machine.id, secret)).status());
  }

  @Test
  @Spec("OpenID Connect Core §9")
  @Spec("RFC 7523 §3")
  void anAssertionSignedWithTheSecretCountsOnce() throws Exception {
    String assertion = assertion(secret, claims -> claims);
    List<Answer> answers = Provider.atOnce(16, () -> asserting(assertion));
    assertEquals(1, answers.stream().filter(answer -> answer.status() == 200).count());
    assertEquals(15, answers.stream().filter(a -> a.error().equals("invalid_client")).count());
  }

  @Test
  @Spec("RFC 7523 §3")
  void anAssertionMustFitInEveryPart() {
    assertRefused(assertion("x".repeat(32), claims -> claims));
    assertRefused(assertion(secret, claims -> claims.audience("https://other.example")));
    assertRefused(assertion(secret, claims -> claims.issuer("another")));
    assertRefused(assertion(secret, claims -> claims.expirationTime(null)));
    assertRefused(
        assertion(
            secret, claims -> claims.expirationTime(Date.from(Instant.now().minusSeconds(60)))));
    assertRefused(
        assertion(
            secret,
            claims -> claims.expirationTime(Date.from(Instant.now().plusSeconds(100_000)))));
    assertRefused(assertion(secret, claims -> claims.jwtID(null)));
    assertRefused("no.jwt.atall");
    assertEquals(
        "invalid_request",
        ask(Map.of(
                "client_assertion",
                assertion(secret, claims -> claims),
                "client_assertion_type",
                "urn:other"))
            .error());
  }

  private void assertRefused(String assertion) {
    Answer refused = asserting(assertion);
    assertEquals("invalid_client", refused.error());
    assertEquals(401, refused.status());
  }

  private Answer asserting(String assertion) {
    return ask(
        Map.of(
            "client_assertion",
            assertion,
            "client_assertion_type",
            "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"));
  }

  private String assertion(String key, UnaryOperator<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(machine.id)
            .subject(machine.id)
            .audience("http://localhost:3001/oidc/token")
            .jwtID(Ids.standardId())
            .expirationTime(Date.from(Instant.now().plusSeconds(60)));
    SignedJWT jwt = new SignedJWT(new JWSHeader(JWSAlgorithm.HS256), change.apply(claims).build());
    try {
      jwt.sign(new MACSigner(key));
    } catch (JOSEException e) {
      throw new IllegalStateException(e);
    }
    return jwt.serialize();
  }

  private Answer ask(Map<String, String> more, String... headers) {
    Map<String, String> form = new HashMap<>(more);
    form.put("grant_type", "client_credentials");
    form.put("resource", API);
    return machine.token(form, headers);
  }

  private static String basic(String id, String password) {
    byte[] pair = (id + ":" + password).getBytes(StandardCharsets.UTF_8);
    return "Basic " + Base64.getEncoder().encodeToString(pair);
  }
}
