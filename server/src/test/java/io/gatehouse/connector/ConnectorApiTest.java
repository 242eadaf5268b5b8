package io.gatehouse.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.db.Db;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ConnectorApiTest {
  private static final String CONNECTORS = "/api/connectors";
  private static final String OAUTH2 =
      """
      {"connectorId":"oauth2","config":{"authorizationEndpoint":"https://p.example/auth","tokenEndpoint":"https://p.example/token",
       "userInfoEndpoint":"https://p.example/me","clientId":"c","clientSecret":"s","scope":"","customConfig":{}},
       "metadata":{"target":"%s","name":{"en":"Mine"},"logo":"https://p.example/logo.svg","logoDark":""}}
      """;

  @Inject ApiClients clients;
  @Inject Connectors connectors;
  @Inject Db db;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
    for (JsonNode one : api.get(CONNECTORS).json()) {
      api.delete(CONNECTORS + "/" + one.get("id").asText());
    }
  }

  private JsonNode create(String body) {
    Answer made = api.post(CONNECTORS, body);
    assertEquals(200, made.status(), made.text());
    return made.json();
  }

  @Test
  void factoriesAreListedAndRead() {
    Answer all = api.get("/api/connector-factories");
    assertTrue(all.json().size() >= 5, all.text());
    JsonNode one = api.get("/api/connector-factories/huggingface-universal").json();
    assertEquals("Social", one.get("type").asText(), one.toString());
    assertFalse(one.get("isDemo").asBoolean());
    assertEquals("entity.not_found", api.get("/api/connector-factories/none").code());
    Answer french =
        api.get("/api/connector-factories/huggingface-universal", "Accept-Language", "fr-CH");
    assertTrue(french.json().path("readme").asText().contains("Que saisir"), french.text());
    assertFalse(french.json().has("readmes"));
  }

  @Test
  void aConnectorIsMadeReadChangedAndDeleted() {
    create(OAUTH2.formatted("other").replace("\"logoDark\":\"\"", "\"logoDark\":null"));
    JsonNode made = create(OAUTH2.formatted("mine"));
    assertEquals(12, made.get("id").asText().length());
    assertEquals("oauth2", made.get("connectorId").asText());
    assertEquals("mine", made.get("target").asText());
    assertEquals("{\"en\":\"Mine\"}", made.get("name").toString());
    assertEquals("s", made.at("/config/clientSecret").asText());
    assertFalse(made.get("config").has("scope"));
    assertFalse(made.get("config").has("customConfig"));
    assertFalse(made.get("metadata").has("logoDark"));
    assertFalse(made.has("tenantId"));
    String path = CONNECTORS + "/" + made.get("id").asText();
    assertEquals(made, api.get(path).json());
    assertEquals(1, api.get(CONNECTORS + "?target=mine").json().size());
    assertEquals("[]", api.get(CONNECTORS + "?target=none").text());
    assertEquals(
        "connector.can_not_modify_target",
        api.patch(path, "{\"metadata\":{\"target\":\"x\"}}").code());
    assertEquals("connector.invalid_config", api.patch(path, "{\"config\":{}}").code());
    assertEquals("entity.invalid_input", api.patch(path, "{}").code());
    Answer changed =
        api.patch(
            path,
            "{\"syncProfile\":true,\"metadata\":{\"target\":\"mine\",\"name\":{\"en\":\"Ours\"}}}");
    assertEquals(200, changed.status(), changed.text());
    assertEquals("Ours", changed.json().at("/name/en").asText());
    assertTrue(changed.json().get("syncProfile").asBoolean());
    assertEquals("s", changed.json().at("/config/clientSecret").asText());
    assertEquals(204, api.delete(path).status());
    assertEquals("entity.not_found", api.get(path).code());
    assertEquals("entity.not_found", api.delete(path).code());
    assertEquals("entity.not_found", api.patch(path, "{}").code());
  }

  @Test
  void theConfigurationIsSealedInTheDatabase() {
    create(OAUTH2.formatted("mine"));
    String stored =
        db.one(
            TenantId.DEFAULT,
            "select encode(config, 'escape') as c from connectors",
            row -> row.text("c"));
    assertFalse(stored.contains("clientSecret"));
  }

  @Test
  void whatMustNotBeConfiguredIsRefused() {
    assertEquals(
        "connector.not_found_with_connector_id", refused(422, "{\"connectorId\":\"none\"}"));
    assertEquals(
        "connector.should_specify_target",
        refused(400, "{\"connectorId\":\"oauth2\",\"config\":{}}"));
    assertEquals(
        "guard.invalid_input",
        refused(
            400,
            "{\"connectorId\":\"oauth2\",\"metadata\":{\"target\":\"a\",\"name\":{\"fr\":\"b\"}}}"));
    assertEquals(
        "connector.cannot_overwrite_metadata_for_non_standard_connector",
        refused(400, "{\"connectorId\":\"github-universal\",\"metadata\":{}}"));
    assertEquals(
        "connector.invalid_config",
        refused(400, "{\"connectorId\":\"github-universal\",\"config\":{}}"));
    create("{\"connectorId\":\"github-universal\"}");
    assertEquals(
        "connector.multiple_instances_not_supported",
        refused(422, "{\"connectorId\":\"github-universal\"}"));
    create(OAUTH2.formatted("mine"));
    Answer twice = api.post(CONNECTORS, OAUTH2.formatted("mine"));
    assertEquals(422, twice.status());
    assertEquals("connector.multiple_target_with_same_platform", twice.code());
    assertEquals("oauth2", twice.json().at("/data/connectorId").asText());
    create(OAUTH2.formatted("other"));
  }

  private String refused(int status, String body) {
    Answer answer = api.post(CONNECTORS, body);
    assertEquals(status, answer.status(), answer.text());
    return answer.code();
  }

  @Test
  void aNewCarrierTakesThePlaceOfTheOld() {
    String first = create("{\"connectorId\":\"simple-mail-transfer-protocol\"}").get("id").asText();
    assertEquals(
        "connector.invalid_type_for_syncing_profile",
        api.patch(CONNECTORS + "/" + first, "{\"syncProfile\":true}").code());
    assertEquals(
        "connector.token_storage_not_supported",
        refused(422, "{\"connectorId\":\"http-email\",\"enableTokenStorage\":true}"));
    String second = create("{\"connectorId\":\"http-email\",\"id\":\"mine\"}").get("id").asText();
    assertEquals("mine", second);
    assertEquals(1, api.get(CONNECTORS).json().size());
    assertEquals(
        "entity.unique_integrity_violation",
        refused(422, "{\"connectorId\":\"http-email\",\"id\":\"mine\"}"));
  }

  @Test
  void whereItSendsPeopleIsTold() {
    String id = create(OAUTH2.formatted("mine")).get("id").asText();
    String path = CONNECTORS + "/" + id + "/authorization-uri";
    assertEquals(
        "session.insufficient_info",
        api.post(path, "{\"state\":\"\",\"redirectUri\":\"r\"}").code());
    Answer answer = api.post(path, "{\"state\":\"st\",\"redirectUri\":\"https://a/cb\"}");
    assertTrue(
        answer.status() == 501 && answer.code().equals("connector.not_implemented")
            || answer.status() == 200
                && answer.json().get("redirectTo").asText().startsWith("https://p.example/auth?"),
        answer.text());
    String mail = create("{\"connectorId\":\"http-email\"}").get("id").asText();
    assertEquals(
        "connector.unexpected_type",
        api.post(
                CONNECTORS + "/" + mail + "/authorization-uri",
                "{\"state\":\"s\",\"redirectUri\":\"r\"}")
            .code());
  }

  @Test
  void aTrialReachesNoPrivateAddress() {
    String path = CONNECTORS + "/http-email/test";
    assertEquals("guard.invalid_input", api.post(path, "{\"config\":{}}").code());
    assertEquals(
        "connector.unexpected_type", api.post(path, "{\"phone\":\"1\",\"config\":{}}").code());
    for (String wrong : new String[] {"\"phone\":\"+15550100\"", "\"email\":\"a@b\""}) {
      assertEquals(
          "guard.invalid_input", api.post(path, "{" + wrong + ",\"config\":{}}").code(), wrong);
    }
    Answer unknown = api.post(CONNECTORS + "/none/test", "{\"email\":\"a@b.c\",\"config\":{}}");
    assertEquals(400, unknown.status());
    assertEquals("connector.not_found", unknown.code());
    Answer refused =
        api.post(path, "{\"email\":\"a@b.c\",\"config\":{\"endpoint\":\"http://127.0.0.1:9/\"}}");
    assertTrue(refused.status() >= 400 && refused.status() < 500, refused.text());
    assertTrue(refused.code().startsWith("connector."), refused.text());
  }

  @Test
  void anotherTenantsConnectorIsUnknown() {
    String id = create(OAUTH2.formatted("mine")).get("id").asText();
    assertTrue(connectors.find(TenantId.DEFAULT, id).isPresent());
    assertTrue(connectors.find(TenantId.ADMIN, id).isEmpty());
    assertTrue(connectors.all(TenantId.ADMIN).isEmpty());
  }

  @Test
  void aTrialSendsForReal() {
    try (Mailbox outbox = new Mailbox()) {
      String config = outbox.config();
      Answer mail =
          api.post(
              CONNECTORS + "/http-email/test",
              "{\"email\":\"a@b.c\",\"locale\":\"fr\",\"config\":" + config + "}");
      assertEquals(204, mail.status(), mail.text());
      Answer text =
          api.post(
              CONNECTORS + "/http-sms/test",
              "{\"phone\":\"15550100\",\"email\":\"a@b.c\",\"config\":" + config + "}");
      assertEquals(204, text.status(), text.text());
      assertEquals(2, outbox.received().size());
      assertEquals("a@b.c", outbox.received().get(0).path("to").asText());
      assertEquals("fr", outbox.received().get(0).at("/payload/locale").asText());
      assertEquals("15550100", outbox.received().get(1).path("to").asText());
      assertEquals("000000", outbox.code());
    }
    assertEquals("[]", api.get(CONNECTORS).text());
  }

  @Test
  void aTrialGoesThroughACarrierInTheWordsOfItsForm() {
    JsonNode form = api.get("/api/connector-factories/gatewayapi-sms").json().path("formItems");
    try (Mailbox carrier = new Mailbox()) {
      var config = (ObjectNode) JsonCodec.tree(carrier.config());
      config.put("apiToken", "t").put("sender", "Example");
      config.set("templates", form.path(3).path("defaultValue"));
      String trial = "{\"phone\":\"15550100\",\"config\":%s}";
      String path = CONNECTORS + "/gatewayapi-sms/test";
      Answer sent = api.post(path, trial.formatted(config));
      assertEquals(204, sent.status(), sent.text());
      JsonNode received = carrier.received().getFirst();
      assertEquals(15550100, received.at("/recipients/0/msisdn").asInt());
      assertTrue(received.path("message").asText().contains("000000"), received.toString());
      config.remove("templates");
      assertEquals("connector.invalid_config", api.post(path, trial.formatted(config)).code());
    }
  }

  @Test
  void aConnectorThatGoesTakesItsButtonAlong() {
    create(OAUTH2.formatted("stays"));
    String id = create(OAUTH2.formatted("goes")).get("id").asText();
    api.patch("/api/sign-in-exp", "{\"socialSignInConnectorTargets\":[\"goes\",\"stays\"]}");
    assertEquals(204, api.delete(CONNECTORS + "/" + id).status());
    assertEquals(
        "[\"stays\"]",
        api.get("/api/sign-in-exp").json().path("socialSignInConnectorTargets").toString());
    api.patch("/api/sign-in-exp", "{\"socialSignInConnectorTargets\":[]}");
  }

  @Test
  void theLastWayToRenewPasswordsThatExpireStays() {
    String id =
        create("{\"connectorId\":\"http-email\",\"config\":{\"endpoint\":\"https://m.example/\"}}")
            .get("id")
            .asText();
    Answer on =
        api.patch(
            "/api/sign-in-exp",
            "{\"forgotPasswordMethods\":null,\"passwordExpiration\":{\"enabled\":true,\"validPeriodDays\":30}}");
    assertEquals(200, on.status(), on.text());
    Answer kept = api.delete(CONNECTORS + "/" + id);
    assertEquals(422, kept.status(), kept.text());
    assertEquals("sign_in_experiences.password_expiration_requires_forgot_password", kept.code());
    assertEquals(200, api.get(CONNECTORS + "/" + id).status());
    api.patch("/api/sign-in-exp", "{\"passwordExpiration\":{\"enabled\":false}}");
    assertEquals(204, api.delete(CONNECTORS + "/" + id).status());
  }
}
