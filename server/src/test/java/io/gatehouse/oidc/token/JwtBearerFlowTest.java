package io.gatehouse.oidc.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jwt.JWTClaimsSet;
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
import io.gatehouse.testing.People;
import io.gatehouse.testing.Publisher;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Applications that present somebody's word about a person for tokens. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class JwtBearerFlowTest {
  private static final String GRANT = "urn:ietf:params:oauth:grant-type:jwt-bearer";
  private static final String ISSUER = "https://partner.example";

  @Inject Provider provider;
  @Inject People people;
  @Inject InstantSource time;

  private final SigningKey key = SigningKey.generate(SigningAlgorithm.ES256);
  private TestClient client;
  private User user;

  @BeforeEach
  void prepare() {
    client = provider.application("SPA");
    user = people.with(People.username(), Ids.shortId() + "@partner.example");
    trust("\"subject\":\"id\",\"jwks\":" + new JWKSet(key.publicJwk()));
  }

  @Test
  @Spec("RFC 7523 §2.1")
  @Spec("RFC 7523 §3")
  void aWordAboutAPersonIsATokenOfTheirs() {
    Answer answer = present(assertion(claims -> claims), "scope", "openid profile");
    assertEquals(200, answer.status(), answer.json().toString());
    assertEquals("openid profile", answer.text("scope"));
    assertFalse(answer.json().has("refresh_token"));
    assertEquals(user.id(), client.userinfo(answer.text("access_token")).text("sub"));
  }

  @Test
  void resourcesAndScopesAreAsElsewhere() {
    String api = "https://bearer.example/" + client.id;
    provider.resourceWithRole(user.id(), api, "read");
    Answer answer = present(assertion(c -> c), "scope", "read write", "resource", api);
    assertEquals("read", answer.text("scope"), answer.json().toString());
    assertEquals(api, TestClient.payload(answer.text("access_token")).get("aud").asText());
    assertEquals(
        "invalid_target",
        present(assertion(c -> c), "scope", "read", "resource", "https://unknown.example").error());
  }

  @Test
  @Spec("RFC 7523 §3")
  void whatIsNotGenuineIsWorthNothing() {
    refused(claims -> claims.issuer("https://other.example"));
    refused(claims -> claims.audience("https://elsewhere.example"));
    refused(claims -> claims.subject(null));
    refused(claims -> claims.subject("nobody"));
    refused(claims -> claims.jwtID(null));
    refused(claims -> claims.expirationTime(null));
    refused(claims -> claims.expirationTime(at(-60)));
    refused(claims -> claims.expirationTime(at(7_200)));
    refused(claims -> claims.notBeforeTime(at(60)));
    refused(claims -> claims.subject("a\u0000b"));
    assertEquals("invalid_grant", present("no.jwt.at-all").error());
    assertEquals("invalid_request", present("").error());
    SigningKey stranger = SigningKey.generate(SigningAlgorithm.ES256);
    assertEquals("invalid_grant", present(signed(stranger, "jwt", c -> c)).error());
    // An ID token or an access token of the issuer's is no assertion.
    assertEquals("invalid_grant", present(signed(key, "at+jwt", c -> c)).error());
  }

  @Test
  @Spec("RFC 7523 §3")
  void ofManyWhoPresentAnAssertionOneGetsAToken() throws Exception {
    String assertion = assertion(claims -> claims);
    List<Answer> answers = Provider.atOnce(16, () -> present(assertion, "scope", "openid"));
    assertEquals(1, answers.stream().filter(each -> each.status() == 200).count());
    assertEquals(15, answers.stream().filter(each -> each.error().equals("invalid_grant")).count());
  }

  @Test
  void whatIsRefusedIsNotUsedUp() {
    String assertion = assertion(claims -> claims);
    assertEquals(
        "invalid_target", present(assertion, "resource", "https://unknown.example").error());
    assertEquals(200, present(assertion, "scope", "openid").status());
  }

  @Test
  void subjectsAreFoundByAddressAndByIdentity() {
    client = provider.application("SPA");
    trust("\"subject\":\"email\",\"jwks\":" + new JWKSet(key.publicJwk()));
    String address = String.valueOf(user.primaryEmail());
    assertEquals(
        200,
        present(assertion(claims -> claims.subject(address.toUpperCase())), "scope", "openid")
            .status());
    client = provider.application("SPA");
    trust(
        "\"subject\":\"identity\",\"target\":\"partner\",\"jwks\":" + new JWKSet(key.publicJwk()));
    String theirs = "at-partner-" + user.id();
    assertEquals("invalid_grant", present(assertion(c -> c.subject(theirs))).error());
    ApiClient.Answer linked =
        provider
            .api()
            .put(
                "/api/users/" + user.id() + "/identities/partner",
                "{\"userId\":\"" + theirs + "\"}");
    assertEquals(2, linked.status() / 100, linked.text());
    Answer answer = present(assertion(claims -> claims.subject(theirs)), "scope", "openid");
    assertEquals(user.id(), client.userinfo(answer.text("access_token")).text("sub"));
  }

  @Test
  void theIssuerMayPublishItsKeysAndNameUsOtherwise() {
    client = provider.application("SPA");
    try (Publisher keys = new Publisher(new JWKSet(key.publicJwk()).toString())) {
      trust(
          "\"subject\":\"id\",\"audience\":\"https://gate.example\",\"jwksUri\":\""
              + keys.url()
              + "\"");
      Answer answer =
          present(assertion(claims -> claims.audience("https://gate.example")), "scope", "openid");
      assertEquals(200, answer.status(), answer.json().toString());
    }
  }

  @Test
  void thereIsNobodyForASuspendedPerson() {
    provider.api().patch("/api/users/" + user.id() + "/is-suspended", "{\"isSuspended\":true}");
    refused(claims -> claims);
  }

  @Test
  void onlyTheHouseMayTrustOthers() {
    TestClient other = provider.application("SPA", ", \"isThirdParty\": true");
    String path = "/api/applications/" + other.id + "/trusted-issuers";
    String issuer =
        "{\"issuer\":\"https://x\",\"subject\":\"id\",\"jwksUri\":\"https://x.example/keys\"}";
    assertEquals(422, provider.api().post(path, issuer).status());
    String own = "/api/applications/" + client.id + "/trusted-issuers";
    assertEquals(422, provider.api().post(own, issuer(ISSUER)).status());
    String id = provider.api().get(own).json().get(0).get("id").asText();
    assertEquals(204, provider.api().delete(own + "/" + id).status());
    assertEquals(404, provider.api().delete(own + "/" + id).status());
    refused(claims -> claims);
    String both =
        "{\"issuer\":\"https://y\",\"subject\":\"identity\",\"jwksUri\":\"https://y.ex/k\"}";
    assertEquals(422, provider.api().post(own, both).status());
  }

  @Test
  void discoveryNamesIt() {
    String types =
        provider
            .api()
            .get("/oidc/.well-known/openid-configuration")
            .json()
            .get("grant_types_supported")
            .toString();
    assertTrue(types.contains(GRANT), types);
  }

  private void trust(String members) {
    String body = "{\"issuer\":\"" + ISSUER + "\"," + members + "}";
    ApiClient.Answer made =
        provider.api().post("/api/applications/" + client.id + "/trusted-issuers", body);
    assertEquals(201, made.status(), made.text());
  }

  private String issuer(String name) {
    return "{\"issuer\":\""
        + name
        + "\",\"subject\":\"id\",\"jwks\":"
        + new JWKSet(key.publicJwk())
        + "}";
  }

  private void refused(UnaryOperator<JWTClaimsSet.Builder> change) {
    Answer answer = present(assertion(change), "scope", "openid");
    assertEquals("invalid_grant", answer.error(), answer.json().toString());
  }

  private String assertion(UnaryOperator<JWTClaimsSet.Builder> change) {
    return signed(key, "jwt", change);
  }

  private String signed(
      SigningKey signing, String type, UnaryOperator<JWTClaimsSet.Builder> change) {
    JWTClaimsSet.Builder claims =
        new JWTClaimsSet.Builder()
            .issuer(ISSUER)
            .subject(user.id())
            .audience("http://localhost:3001/oidc/token")
            .jwtID(Ids.token())
            .issueTime(at(0))
            .expirationTime(at(300));
    return new JwsSigner(signing)
        .sign(type, JsonCodec.bytes(change.apply(claims).build().toJSONObject()));
  }

  private Date at(long seconds) {
    Instant now = time.instant();
    return Date.from(now.plusSeconds(seconds));
  }

  private Answer present(String assertion, String... more) {
    Map<String, String> form = new HashMap<>();
    form.put("grant_type", GRANT);
    form.put("client_id", client.id);
    form.put("assertion", assertion);
    for (int i = 0; i < more.length; i += 2) {
      form.put(more[i], more[i + 1]);
    }
    return client.token(form);
  }
}
