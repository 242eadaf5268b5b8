package io.gatehouse.oidc.backchannel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
import io.gatehouse.oidc.Envelope;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.crypto.JwsSigner;
import io.gatehouse.platform.crypto.SigningAlgorithm;
import io.gatehouse.platform.crypto.SigningKey;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications that sign what they ask of people elsewhere, and how those are named and told. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SignedBackchannelFlowTest {
  private static final String ISSUER = "https://hints.example";

  @Inject Provider provider;
  @Inject People people;
  @Inject InstantSource time;

  private final Mailbox mailbox = new Mailbox();
  private final SigningKey key = SigningKey.generate(SigningAlgorithm.ES256);
  private TestClient till;
  private String secret;
  private User user;

  @BeforeEach
  void prepare() {
    ok(
        provider
            .api()
            .post(
                "/api/connectors",
                "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}"));
    till = provider.application("Traditional");
    secret = provider.secretOf(till);
    user = people.with(People.username(), Ids.shortId() + "@signed.example");
    agree(null);
  }

  @AfterEach
  void close() {
    mailbox.close();
  }

  @Test
  @Spec("CIBA Core §7.1.1")
  void whatIsSignedCounts() {
    signs();
    Answer begun = ask("request", request(claims -> claims.claim("binding_message", "Till 9")));
    assertEquals(200, begun.status(), begun.json().toString());
    JsonNode mail = mailbox.received().getLast();
    assertEquals(user.primaryEmail(), mail.get("to").asText());
    assertEquals("Till 9", mail.at("/payload/message").asText());
    assertEquals(
        120,
        ask("request", request(claims -> claims.claim("requested_expiry", 120)))
            .json()
            .get("expires_in")
            .asInt());
  }

  @Test
  @Spec("RFC 7519 §5.2")
  void whatIsSignedMayBeEncryptedAsWell() {
    signs();
    agree("ES256\",\"requestObjectEncryptionAlg\":\"ECDH-ES");
    Envelope envelope =
        Envelope.with(provider.api().get("/oidc/jwks").text(), "ECDH-ES", "A256CBC-HS512");
    Answer begun = ask("request", envelope.around(request(claims -> claims)));
    assertEquals(200, begun.status(), begun.json().toString());
    refused("request", envelope.compressing().around(request(claims -> claims)));
    refused("request", envelope.around(request(claims -> claims.issuer("somebody"))));
    refused("request", envelope.around("{}"));
    refused("request", "a.b.c.d.e");
  }

  @Test
  @Spec("CIBA Core §7.1.1")
  void whatIsNotAsItShouldBeIsRefused() {
    // It has not registered to sign.
    refused("request", request(claims -> claims));
    signs();
    refused("scope", "openid", "login_hint", String.valueOf(user.primaryEmail()));
    refused("request", request(claims -> claims), "scope", "openid");
    refused("request", "no.jwt.at-all");
    refused("request", request(claims -> claims.issuer("somebody")));
    refused("request", request(claims -> claims.audience("https://elsewhere.example")));
    refused("request", request(claims -> claims.jwtID(null)));
    refused("request", request(claims -> claims.expirationTime(null)));
    refused("request", request(claims -> claims.notBeforeTime(null)));
    refused("request", request(claims -> claims.issueTime(null)));
    refused("request", request(claims -> claims.expirationTime(at(-60))));
    refused("request", request(claims -> claims.expirationTime(at(7_200))));
    refused("request", request(claims -> claims.notBeforeTime(at(60))));
    refused("request", request(claims -> claims.claim("request", "x")));
    refused("request", signed(SigningKey.generate(SigningAlgorithm.ES256), claims -> claims));
    refused("request", signed(SigningKey.generate(SigningAlgorithm.ES384), claims -> claims));
    assertEquals(0, mailbox.received().size());
  }

  @Test
  @Spec("CIBA Core §4")
  void discoveryNamesTheAlgorithms() {
    String algorithms =
        provider
            .api()
            .get("/oidc/.well-known/openid-configuration")
            .json()
            .path("backchannel_authentication_request_signing_alg_values_supported")
            .toString();
    assertTrue(algorithms.contains("ES256") && algorithms.contains("PS256"), algorithms);
  }

  @Test
  @Spec("CIBA Core §7.1")
  @Spec("CIBA Core §13")
  void aTokenOfATrustedIssuerSaysWhoIsMeant() {
    refused("scope", "openid", "login_hint_token", hint("login-hint+jwt", claims -> claims));
    assertEquals(
        201,
        provider
            .api()
            .post(
                "/api/applications/" + till.id + "/trusted-issuers",
                "{\"issuer\":\""
                    + ISSUER
                    + "\",\"subject\":\"email\",\"jwks\":"
                    + new JWKSet(key.publicJwk())
                    + "}")
            .status());
    Answer begun =
        ask("scope", "openid", "login_hint_token", hint("login-hint+jwt", claims -> claims));
    assertEquals(200, begun.status(), begun.json().toString());
    assertEquals(user.primaryEmail(), mailbox.received().getLast().get("to").asText());
    // Whether there is such a person is not told.
    int before = mailbox.received().size();
    String nobody = hint("login-hint+jwt", claims -> claims.subject("nobody@signed.example"));
    assertEquals(200, ask("scope", "openid", "login_hint_token", nobody).status());
    assertEquals(before, mailbox.received().size());
    String old =
        hint(
            "login-hint+jwt",
            claims -> claims.issueTime(at(-300)).notBeforeTime(at(-300)).expirationTime(at(-60)));
    assertEquals(
        "expired_login_hint_token", ask("scope", "openid", "login_hint_token", old).error());
    // An assertion is no hint, and a hint no assertion.
    refused("scope", "openid", "login_hint_token", hint("jwt", claims -> claims));
    Map<String, String> grant = new HashMap<>();
    grant.put("grant_type", "urn:ietf:params:oauth:grant-type:jwt-bearer");
    grant.put("client_id", till.id);
    grant.put("client_secret", secret);
    grant.put("assertion", hint("login-hint+jwt", claims -> claims));
    assertEquals("invalid_grant", till.token(grant).error());
  }

  private void signs() {
    agree("ES256");
    ok(
        provider
            .api()
            .put(
                "/api/applications/" + till.id + "/authentication",
                "{\"jwks\":" + new JWKSet(key.publicJwk()) + "}"));
  }

  private void agree(@Nullable String algorithm) {
    ok(
        provider
            .api()
            .put(
                "/api/applications/" + till.id + "/protocol",
                "{\"backchannelTokenDeliveryMode\":\"poll\"%s}"
                    .formatted(
                        algorithm == null
                            ? ""
                            : ",\"backchannelAuthenticationRequestSigningAlg\":\""
                                + algorithm
                                + "\"")));
  }

  private String address() {
    return String.valueOf(user.primaryEmail());
  }

  private String request(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(key, change);
  }

  private String signed(SigningKey signing, UnaryOperator<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims =
        times(
            new JWTClaimsSet.Builder()
                .issuer(till.id)
                .claim("scope", "openid")
                .claim("login_hint", address()));
    return sign(signing, "jwt", change.apply(claims));
  }

  private String hint(String type, UnaryOperator<JWTClaimsSet.Builder> change) {
    return sign(
        key,
        type,
        change.apply(times(new JWTClaimsSet.Builder().issuer(ISSUER).subject(address()))));
  }

  private JWTClaimsSet.Builder times(JWTClaimsSet.Builder claims) {
    return claims
        .audience("http://localhost:3001/oidc")
        .jwtID(Ids.token())
        .issueTime(at(0))
        .notBeforeTime(at(0))
        .expirationTime(at(300));
  }

  private static String sign(SigningKey signing, String type, JWTClaimsSet.Builder claims) {
    return new JwsSigner(signing).sign(type, JsonCodec.bytes(claims.build().toJSONObject()));
  }

  private Date at(long seconds) {
    Instant now = time.instant();
    return Date.from(now.plusSeconds(seconds));
  }

  private void refused(String... parameters) {
    Answer answer = ask(parameters);
    assertEquals("invalid_request", answer.error(), answer.json().toString());
  }

  private Answer ask(String... parameters) {
    Map<String, String> form = new HashMap<>();
    form.put("client_id", till.id);
    form.put("client_secret", secret);
    for (int i = 0; i < parameters.length; i += 2) {
      form.put(parameters[i], parameters[i + 1]);
    }
    return till.post("/oidc/bc-authorize", form);
  }

  private static void ok(ApiClient.Answer answer) {
    assertEquals(2, answer.status() / 100, answer.text());
  }
}
