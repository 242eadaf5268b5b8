package io.gatehouse.message;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.message.template.EmailTemplates;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.ServerClock;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class MessageApiTest {
  @Inject ApiClients clients;
  @Inject ServerClock clock;
  @Inject EmailTemplates templates;
  private final Mailbox mailbox = new Mailbox();
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
    for (JsonNode left : api.get("/api/connectors").json()) {
      api.delete("/api/connectors/" + left.get("id").asText());
    }
  }

  @AfterEach
  void close() {
    clock.reset();
    for (String type : List.of("Generic", "SignIn", "Register", "SignInRequest")) {
      api.delete("/api/email-templates?templateType=" + type);
    }
    mailbox.close();
  }

  @Test
  void templatesAreWrittenInThePlaceOfOthersAndChanged() {
    Answer written =
        api.put(
            "/api/email-templates",
            """
            {"templates":[
              {"languageTag":"en","templateType":"SignIn","details":{"subject":"one","content":"c","x":1}},
              {"languageTag":"en","templateType":"SignIn","details":{"subject":"two","content":"","contentType":"text/plain"}},
              {"languageTag":"de","templateType":"SignIn","details":{"subject":"drei","content":"c"}}]}
            """);
    assertEquals(200, written.status(), written.text());
    assertEquals(3, written.json().size());
    assertEquals(written.json().get(0).get("id"), written.json().get(1).get("id"));
    assertEquals(
        "{\"subject\":\"one\",\"content\":\"c\"}", written.json().get(0).get("details").toString());
    String id = written.json().get(0).get("id").asText();
    Answer listed = api.get("/api/email-templates?templateType=SignIn");
    assertEquals(List.of("drei", "two"), subjects(listed));
    assertEquals(
        List.of("two"),
        subjects(api.get("/api/email-templates?templateType=SignIn&languageTag=en")));
    assertEquals(400, api.get("/api/email-templates?templateType=Other").status());
    assertEquals(400, api.get("/api/email-templates?languageTag=").status());
    Answer changed = api.patch("/api/email-templates/" + id + "/details", "{\"replyTo\":\"r\"}");
    assertEquals("r", changed.json().at("/details/replyTo").asText());
    assertEquals("two", changed.json().at("/details/subject").asText());
    assertEquals(200, api.patch("/api/email-templates/" + id + "/details", "{}").status());
    assertEquals(changed.text(), api.get("/api/email-templates/" + id).text());
    assertEquals(204, api.delete("/api/email-templates/" + id).status());
    for (Answer gone :
        List.of(
            api.get("/api/email-templates/" + id),
            api.delete("/api/email-templates/" + id),
            api.patch("/api/email-templates/" + id + "/details", "{}"))) {
      assertEquals("entity.not_exists_with_id", gone.code());
    }
    Answer none = api.delete("/api/email-templates");
    assertEquals(422, none.status());
    assertEquals("connector.email_connector.bulk_deletion_no_filter", none.code());
    assertEquals("{\"rowCount\":1}", api.delete("/api/email-templates?languageTag=de").text());
    assertEquals("{\"rowCount\":0}", api.delete("/api/email-templates?languageTag=de").text());
    assertEquals(400, api.put("/api/email-templates", "{\"templates\":[]}").status());
  }

  @Test
  void theReadersLanguageGoesBeforeTheTenantsAndTheTypeBeforeTheGeneric() {
    assertEquals(List.of(), chosen("SignIn", "fr"));
    api.put(
        "/api/email-templates",
        """
        {"templates":[
          {"languageTag":"en","templateType":"Generic","details":{"subject":"generic","content":"c"}},
          {"languageTag":"en","templateType":"SignIn","details":{"subject":"english","content":"c"}},
          {"languageTag":"fr","templateType":"SignIn","details":{"subject":"français","content":"c"}}]}
        """);
    assertEquals(List.of("français"), chosen("SignIn", "fr"));
    assertEquals(List.of("english"), chosen("SignIn", "fr-CA"));
    assertEquals(List.of("français"), chosen("SignIn", "fr-CA", "fr", "en"));
    assertEquals(List.of("english"), chosen("SignIn", "pt-BR"));
    assertEquals(List.of("generic"), chosen("Register", "fr"));
  }

  @Test
  void theGenericWordsAreOfNoUseToAMessageWithoutACode() {
    api.put(
        "/api/email-templates",
        """
        {"templates":[
          {"languageTag":"en","templateType":"Generic","details":{"subject":"generic","content":"{{code}}"}}]}
        """);
    assertTrue(templates.own(TenantId.DEFAULT, "SignInRequest", List.of("en")).isEmpty());
    Answer written =
        api.put(
            "/api/email-templates",
            """
            {"templates":[
              {"languageTag":"en","templateType":"SignInRequest","details":{"subject":"waits","content":"{{link}}"}}]}
            """);
    assertEquals(200, written.status(), written.text());
    assertEquals(
        "waits",
        templates.own(TenantId.DEFAULT, "SignInRequest", List.of("fr")).orElseThrow().subject());
  }

  private List<String> chosen(String type, String... locales) {
    return templates.choose(TenantId.DEFAULT, type, List.of(locales)).stream()
        .map(template -> template.subject())
        .toList();
  }

  @Test
  void aCodeForAnAddressIsSentInTheTenantsWordingAndUsedOnce() {
    String address = Ids.shortId() + "@example.com";
    String body = "{\"email\":\"" + address + "\"}";
    JsonNode unfit = api.post("/api/verification-codes", "{\"phone\":\"+1\"}").json();
    assertEquals("invalid_union", unfit.at("/data/issues/0/code").asText(), unfit.toString());
    assertEquals("phone", unfit.at("/data/issues/0/unionErrors/1/issues/0/path/0").asText());
    assertEquals(501, api.post("/api/verification-codes", body).status());
    assertEquals(
        200,
        api.post(
                "/api/connectors",
                "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}")
            .status());
    api.put(
        "/api/email-templates",
        """
        {"templates":[{"languageTag":"en","templateType":"Generic","details":{"subject":"Our {{code}}","content":"c"}}]}
        """);
    assertEquals(204, api.post("/api/verification-codes", body).status());
    JsonNode mail = mailbox.received().getLast();
    assertEquals("Generic", mail.get("type").asText());
    String code = mailbox.code();
    assertEquals(6, code.length());
    assertEquals("verification_code.code_mismatch", verify(address, "no").code());
    assertEquals("verification_code.not_found", verify("other" + address, code).code());
    assertEquals(204, verify(address, code).status());
    assertEquals("verification_code.not_found", verify(address, code).code());
    assertEquals(204, api.post("/api/verification-codes", body).status());
    for (int i = 0; i < 10; i++) {
      assertEquals("verification_code.code_mismatch", verify(address, "no").code());
    }
    assertEquals("verification_code.exceed_max_try", verify(address, mailbox.code()).code());
    assertEquals(204, api.post("/api/verification-codes", body).status());
    clock.pass(Duration.ofMinutes(11));
    assertEquals("verification_code.expired", verify(address, mailbox.code()).code());
    for (String wrong :
        List.of("{}", "{\"email\":\"no\"}", "{\"phone\":\"+1\"}", "{\"phone\":1}")) {
      Answer refused = api.post("/api/verification-codes", wrong);
      assertEquals(400, refused.status(), wrong);
      assertEquals("guard.invalid_input", refused.code());
    }
  }

  @Test
  void aOneTimeTokenIsShownListedAndUsedOnce() {
    String address = Ids.shortId() + "@Example.com";
    Answer made =
        api.post(
            "/api/one-time-tokens",
            "{\"email\":\"%s\",\"context\":{\"jitOrganizationIds\":[\"o\"],\"x\":1}}"
                .formatted(address));
    assertEquals(201, made.status(), made.text());
    JsonNode token = made.json();
    assertEquals(
        List.of("tenantId", "id", "email", "token", "context", "status", "createdAt", "expiresAt"),
        token.properties().stream().map(member -> member.getKey()).toList());
    assertEquals(32, token.get("token").asText().length());
    assertEquals("active", token.get("status").asText());
    assertEquals("{\"jitOrganizationIds\":[\"o\"]}", token.get("context").toString());
    assertEquals(600_000, token.get("expiresAt").asLong() - token.get("createdAt").asLong());
    assertEquals(made.text(), api.get("/api/one-time-tokens/" + token.get("id").asText()).text());
    assertEquals(1, api.get("/api/one-time-tokens?email=" + address).json().size());
    assertEquals(400, api.get("/api/one-time-tokens?email=nobody").status());

    String shown = token.get("token").asText();
    assertEquals("one_time_token.token_not_found", use("x", address).code());
    assertEquals("one_time_token.email_mismatch", use(shown, address.toLowerCase()).code());
    Answer used = use(shown, address);
    assertEquals(200, used.status(), used.text());
    assertEquals("consumed", used.json().get("status").asText());
    assertEquals("one_time_token.token_consumed", use(shown, address).code());
  }

  @Test
  void aOneTimeTokenIsRevokedAndExpires() {
    String address = Ids.shortId() + "@example.com";
    JsonNode first = token(address);
    String path = "/api/one-time-tokens/" + first.get("id").asText();
    assertEquals(
        "one_time_token.cannot_reactivate_token",
        api.put(path + "/status", "{\"status\":\"active\"}").code());
    assertEquals(
        "revoked",
        api.put(path + "/status", "{\"status\":\"revoked\"}").json().get("status").asText());
    assertEquals("one_time_token.token_revoked", use(first.get("token").asText(), address).code());
    JsonNode second = token(address);
    clock.pass(Duration.ofSeconds(601));
    JsonNode active = api.get("/api/one-time-tokens?status=active&email=" + address).json();
    assertEquals("expired", active.get(0).get("status").asText());
    assertEquals("one_time_token.token_expired", use(second.get("token").asText(), address).code());
    assertTrue(api.get("/api/one-time-tokens?status=active&email=" + address).json().isEmpty());
    assertEquals(204, api.delete(path).status());
    assertEquals("entity.not_found", api.delete(path).code());
    assertEquals("entity.not_exists_with_id", api.get(path).code());
    assertEquals(
        "entity.not_exists_with_id", api.put(path + "/status", "{\"status\":\"active\"}").code());
  }

  @Test
  void ofManyWhoShowATokenOneSucceeds() throws Exception {
    String address = Ids.shortId() + "@example.com";
    String shown = token(address).get("token").asText();
    try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
      Callable<Integer> use = () -> use(shown, address).status();
      List<Integer> answers =
          threads.invokeAll(java.util.Collections.nCopies(16, use)).stream()
              .map(MessageApiTest::value)
              .toList();
      assertEquals(1, answers.stream().filter(status -> status == 200).count(), answers.toString());
      assertEquals(15, answers.stream().filter(status -> status == 400).count());
    }
  }

  @Test
  void lockoutsAreForgottenOnRequest() {
    assertEquals(
        204,
        api.post("/api/sentinel-activities/delete", "{\"targetType\":\"User\",\"targets\":[\"a\"]}")
            .status());
    assertEquals(
        204,
        api.post("/api/sentinel-activities/delete", "{\"targetType\":\"App\",\"targets\":[]}")
            .status());
    assertFalse(
        api.post("/api/sentinel-activities/delete", "{\"targetType\":\"Robot\",\"targets\":[]}")
                .status()
            == 204);
    assertEquals(501, api.get("/api/systems/application").status());
  }

  private JsonNode token(String address) {
    return api.post("/api/one-time-tokens", "{\"email\":\"" + address + "\"}").json();
  }

  private Answer use(String token, String address) {
    return api.post(
        "/api/one-time-tokens/verify",
        "{\"token\":\"%s\",\"email\":\"%s\"}".formatted(token, address));
  }

  private Answer verify(String address, String code) {
    return api.post(
        "/api/verification-codes/verify",
        "{\"email\":\"%s\",\"verificationCode\":\"%s\"}".formatted(address, code));
  }

  private static List<String> subjects(Answer answer) {
    return answer
        .json()
        .valueStream()
        .map(template -> template.at("/details/subject").asText())
        .toList();
  }

  private static int value(Future<Integer> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }
}
