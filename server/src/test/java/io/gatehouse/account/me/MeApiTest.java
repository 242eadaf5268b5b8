package io.gatehouse.account.me;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.Tenant;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.AdminTokens;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.gatehouse.testing.StandInProvider;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class MeApiTest {
  private static final Tenant ADMIN =
      new Tenant(TenantId.ADMIN, URI.create("http://localhost:3002"));
  private static final String OLD = "{\"password\":\"" + People.PASSWORD + "\"}";
  private static final String NEW = "{\"password\":\"seven-Dry_camels\"}";

  @Inject ApiClients clients;
  @Inject AdminTokens tokens;
  @Inject People people;
  @Inject ServerClock clock;
  private User user;
  private ApiClient me;

  @BeforeEach
  void signIn() {
    user = people.in(TenantId.ADMIN, People.username(), address());
    me = clients.me(user.id());
  }

  @AfterEach
  void backToThePresent() {
    clock.reset();
  }

  private static String address() {
    return "a" + Ids.shortId() + "@example.com";
  }

  @Test
  void theAccountIsReadAndChanged() {
    JsonNode read = me.get("/me").json();
    assertEquals(user.id(), read.get("id").asText());
    assertTrue(read.get("hasPassword").asBoolean());
    Answer changed =
        me.patch(
            "/me",
            "{\"name\":\"Ada\",\"avatar\":\"https://example.com/a.png\",\"primaryEmail\":\"x\"}");
    assertEquals(200, changed.status(), changed.text());
    assertEquals("Ada", changed.json().get("name").asText());
    assertEquals(user.primaryEmail(), changed.json().get("primaryEmail").asText());
    assertTrue(me.patch("/me", "{\"avatar\":\"\"}").json().get("avatar").isNull());
    assertEquals("entity.invalid_input", me.patch("/me", "{}").code());
    assertEquals("guard.invalid_input", me.patch("/me", "{\"username\":\"1 2\"}").code());
    User other = people.in(TenantId.ADMIN, People.username(), null);
    assertEquals(
        "user.username_already_in_use",
        me.patch("/me", "{\"username\":\"" + other.username() + "\"}").code());
  }

  @Test
  void customDataAreMergedAndAnsweredBare() {
    assertEquals("{}", me.get("/me/custom-data").text());
    me.patch("/me/custom-data", "{\"theme\":\"dark\",\"seen\":[1]}");
    Answer merged = me.patch("/me/custom-data", "{\"theme\":\"light\"}");
    assertEquals(200, merged.status());
    assertEquals("light", merged.json().get("theme").asText());
    assertEquals(merged.json(), me.get("/me/custom-data").json());
    assertEquals(1, merged.json().at("/seen/0").asInt());
    assertEquals(400, me.patch("/me/custom-data", "[]").status());
  }

  @Test
  void aNewPasswordNeedsTheOldOneAndOneProofChangesOnePassword() {
    assertEquals("session.verification_session_not_found", me.post("/me/password", NEW).code());
    Answer wrong = me.post("/me/password/verify", "{\"password\":\"guess\"}");
    assertEquals(422, wrong.status());
    assertEquals("session.invalid_credentials", wrong.code());
    assertEquals("session.verification_session_not_found", me.post("/me/password", NEW).code());
    assertEquals(204, me.post("/me/password/verify", OLD).status());
    assertEquals("user.same_password", me.post("/me/password", OLD).code());
    assertEquals("password.rejected", me.post("/me/password", "{\"password\":\"a\"}").code());
    assertEquals(204, me.post("/me/password", NEW).status());
    assertEquals("session.verification_session_not_found", me.post("/me/password", OLD).code());
    assertEquals(204, me.post("/me/password/verify", NEW).status());
  }

  @Test
  void aProofLastsTenMinutes() {
    assertEquals(204, me.post("/me/password/verify", OLD).status());
    clock.pass(Duration.ofMinutes(10).plusSeconds(1));
    ApiClient later = clients.me(user.id());
    Answer refused = later.post("/me/password", NEW);
    assertEquals(400, refused.status());
    assertEquals("session.verification_failed", refused.code());
  }

  @Test
  void ofSixteenAtOnceOneChangesThePassword() throws Exception {
    assertEquals(204, me.post("/me/password/verify", OLD).status());
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      var answers =
          threads.invokeAll(
              IntStream.range(0, 16)
                  .mapToObj(i ->
                      (Callable<Integer>)
                          () ->
                              me.post(
                                      "/me/password",
                                      "{\"password\":\"seven-Dry_camels" + i + "\"}")
                                  .status())
                  .toList());
      int won = 0;
      for (var answer : answers) {
        won += answer.get() == 204 ? 1 : 0;
      }
      assertEquals(1, won);
    }
  }

  @Test
  void guessingLocksTheAccount() {
    for (int i = 0; i < 100; i++) {
      me.post("/me/password/verify", "{\"password\":\"guess" + i + "\"}");
    }
    assertEquals(
        "session.verification_blocked_too_many_attempts",
        me.post("/me/password/verify", OLD).code());
  }

  @Test
  void aCodeProvesAnAddress() {
    try (Mailbox mailbox = new Mailbox()) {
      String id = Ids.shortId();
      connect(id, "http-email", mailbox.config());
      String fresh = address();
      assertEquals(204, me.post("/me/verification-codes", email(fresh)).status());
      String code = mailbox.code();
      assertEquals(
          "verification_code.code_mismatch",
          me.post("/me/verification-codes/verify", proof(fresh, "no", "changeEmail")).code());
      assertEquals(
          "verification_code.email_mismatch",
          me.post("/me/verification-codes/verify", proof(fresh, code, "changePassword")).code());
      assertEquals(
          204,
          me.post("/me/verification-codes/verify", proof(fresh, code, "changeEmail")).status());
      assertEquals(fresh, me.get("/me").json().get("primaryEmail").asText());
      assertEquals(
          "verification_code.not_found",
          me.post("/me/verification-codes/verify", proof(fresh, code, "changeEmail")).code());

      me.post("/me/verification-codes", email(fresh));
      assertEquals(
          204,
          me.post("/me/verification-codes/verify", proof(fresh, mailbox.code(), "changePassword"))
              .status());
      assertEquals(204, me.post("/me/password", NEW).status());
      for (int i = 2; i < 10; i++) {
        assertEquals(204, me.post("/me/verification-codes", email(fresh)).status());
      }
      assertEquals(429, me.post("/me/verification-codes", email(fresh)).status());
    } finally {
      forgetConnectors();
    }
  }

  private static String email(String address) {
    return "{\"email\":\"" + address + "\"}";
  }

  private static String proof(String address, String code, String action) {
    return "{\"email\":\"%s\",\"verificationCode\":\"%s\",\"action\":\"%s\"}"
        .formatted(address, code, action);
  }

  private ApiClient admin() {
    return clients.atAdmin(tokens.forManagement(ADMIN));
  }

  private String connect(String id, String factory, String config) {
    String metadata =
        factory.equals("oauth2")
            ? ",\"metadata\":{\"target\":\"t"
                + id
                + "\",\"name\":{\"en\":\"Stand-in\"},\"logo\":\"https://logo.example/x.png\"}"
            : "";
    Answer made =
        admin()
            .post(
                "/api/connectors",
                "{\"id\":\"%s\",\"connectorId\":\"%s\",\"config\":%s%s}"
                    .formatted(id, factory, config, metadata));
    assertEquals(200, made.status(), made.text());
    return made.json().get("id").asText();
  }

  private void forgetConnectors() {
    for (JsonNode connector : admin().get("/api/connectors").json()) {
      admin().delete("/api/connectors/" + connector.get("id").asText());
    }
  }

  @Test
  void onlyAPersonsTokenForItselfIsLetIn() {
    assertEquals(401, clients.atAdmin(null).get("/me").status());
    assertEquals(
        "auth.unauthorized", clients.atAdmin(tokens.forManagement(ADMIN)).get("/me").code());
    Map<String, Object> claims = tokens.claims(ADMIN);
    claims.put("aud", Tenant.meApi());
    assertEquals(
        "auth.forbidden", clients.atAdmin(tokens.token(TenantId.ADMIN, claims)).get("/me").code());
    claims.put("sub", user.id());
    claims.put("scope", "profile");
    assertEquals(
        "auth.forbidden", clients.atAdmin(tokens.token(TenantId.ADMIN, claims)).get("/me").code());
    assertEquals(404, clients.anonymous().get("/me").status());
    assertEquals(405, me.delete("/me").status());
    assertEquals(404, me.get("/me/nothing").status());
    assertFalse(
        clients.atAdmin(null).get("/me").headers("Content-Type").toString().contains("html"));
  }

  @Test
  void anAccountAtAProviderIsLinkedAndUnlinked() {
    try (StandInProvider provider = new StandInProvider()) {
      String connector = connect(Ids.shortId(), "oauth2", provider.config());
      assertEquals(connector, me.get("/me/social/connectors").json().at("/0/id").asText());
      assertTrue(me.get("/me/social/connectors").json().at("/0/config").isMissingNode());
      provider.person("{\"sub\":\"s-1\",\"name\":\"Ada\"}");
      String wish =
          "{\"connectorId\":\"%s\",\"state\":\"s\",\"redirectUri\":\"https://a.example/callback\"}"
              .formatted(connector);
      Answer sent = me.post("/me/social/authorization-uri", wish);
      assertTrue(sent.json().get("redirectTo").asText().contains("state=s"), sent.text());
      String back =
          "{\"connectorId\":\"%s\",\"connectorData\":{\"state\":\"s\",\"code\":\"c0de\"}}"
              .formatted(connector);
      Answer linked = me.post("/me/social/link-identity", back);
      assertEquals(204, linked.status(), linked.text());
      assertTrue(me.get("/me").json().get("identities").toString().contains("s-1"));
      assertTrue(me.post("/me/social/link-identity", back).status() >= 400);
      assertEquals(204, me.delete("/me/social/identity/" + connector).status());
      assertEquals("{}", me.get("/me").json().get("identities").toString());
      assertEquals("user.identity_not_exist", me.delete("/me/social/identity/" + connector).code());
    } finally {
      forgetConnectors();
    }
  }

  @Test
  void whatIsNotConfiguredCannotBeLinked() {
    assertEquals("[]", me.get("/me/social/connectors").text());
    String wish =
        "{\"connectorId\":\"none\",\"state\":\"s\",\"redirectUri\":\"https://a.example\"}";
    assertEquals("entity.not_found", me.post("/me/social/authorization-uri", wish).code());
    assertEquals(
        "entity.not_found",
        me.post("/me/social/link-identity", "{\"connectorId\":\"none\",\"connectorData\":{}}")
            .code());
    assertEquals("entity.not_found", me.delete("/me/social/identity/none").code());
  }
}
