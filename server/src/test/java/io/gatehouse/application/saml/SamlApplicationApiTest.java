package io.gatehouse.application.saml;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.application.Applications;
import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SamlApplicationApiTest {
  private static final String PATH = "/api/saml-applications";

  @Inject ApiClients clients;
  @Inject Applications applications;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @Test
  void anApplicationIsMadeWithASecretChangedAndDeleted() {
    Answer made =
        api.post(
            PATH,
            """
            {"name":"Intranet","entityId":"urn:sp","customData":{"a":1},"attributeMapping":{"email":"mail","other":"x"},
             "acsUrl":{"binding":"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST","url":"https://sp.example/acs"}}
            """);
    assertEquals(201, made.status(), made.text());
    String id = made.json().get("id").asText();
    assertEquals("{\"email\":\"mail\"}", made.json().get("attributeMapping").toString());
    assertEquals(
        "urn:oasis:names:tc:SAML:2.0:nameid-format:persistent",
        made.json().get("nameIdFormat").asText());
    assertEquals("SAML", made.json().get("type").asText());
    assertEquals(made.text(), api.get(PATH + "/" + id).text());
    assertEquals("SAML", api.get("/api/applications/" + id).json().get("type").asText());
    assertEquals(
        List.of("http://localhost:3001/api/saml-applications/" + id + "/callback"),
        applications.find(TenantId.DEFAULT, id).orElseThrow().oidcClientMetadata().redirectUris());
    JsonNode secrets = api.get(PATH + "/" + id + "/secrets").json();
    assertEquals(1, secrets.size());
    assertTrue(secrets.at("/0/active").asBoolean());
    assertFalse(secrets.toString().contains("PRIVATE"));
    Answer changed =
        api.patch(
            PATH + "/" + id, "{\"customData\":{\"b\":2},\"entityId\":null,\"description\":\"d\"}");
    assertEquals("{\"a\":1,\"b\":2}", changed.json().get("customData").toString());
    assertTrue(changed.json().get("entityId").isNull());
    assertEquals("urn:sp", made.json().get("entityId").asText());
    assertEquals(changed.text(), api.patch(PATH + "/" + id, "{}").text());
    assertEquals(400, api.patch(PATH + "/" + id, "{\"nameIdFormat\":\"PERSISTENT\"}").status());
    String email = "urn:oasis:names:tc:SAML:1.1:nameid-format:emailAddress";
    assertEquals(
        email,
        api.patch(PATH + "/" + id, "{\"nameIdFormat\":\"" + email + "\"}")
            .json()
            .get("nameIdFormat")
            .asText());
    Answer closed = api.patch(PATH + "/" + id, "{\"appLevelAccessControlEnabled\":true}");
    assertEquals(422, closed.status());
    assertEquals("request.invalid_input", closed.code());
    assertEquals(204, api.delete(PATH + "/" + id).status());
    assertEquals("entity.not_exists_with_id", api.get(PATH + "/" + id).code());
    assertEquals("[]", api.get(PATH + "/" + id + "/secrets").text());
  }

  @Test
  void theMetadataIsForEverybodyAndNamesTheActiveSecret() {
    String id = api.post(PATH, "{\"name\":\"Metadata\"}").json().get("id").asText();
    String secrets = PATH + "/" + id + "/secrets";
    Answer metadata = clients.anonymous().get(PATH + "/" + id + "/metadata");
    assertEquals(200, metadata.status(), metadata.text());
    assertEquals(
        "text/xml; charset=utf-8",
        String.valueOf(metadata.header("Content-Type")).toLowerCase(java.util.Locale.ROOT));
    assertTrue(metadata.text().contains("entityID=\"http://localhost:3001/saml/" + id + "\""));
    assertTrue(metadata.text().contains("http://localhost:3001/api/saml/" + id + "/authn"));
    assertTrue(
        metadata
            .text()
            .contains(
                SigningCertificate.bare(api.get(secrets).json().at("/0/certificate").asText())));
    String first = secrets + "/" + api.get(secrets).json().at("/0/id").asText();
    assertEquals("application.saml.can_not_delete_active_secret", api.delete(first).code());
    Answer staged = api.post(secrets, "{\"lifeSpanInYears\":1}");
    assertEquals(201, staged.status(), staged.text());
    assertFalse(staged.json().get("active").asBoolean());
    String second = secrets + "/" + staged.json().get("id").asText();
    assertEquals(200, api.patch(second, "{\"active\":true}").status());
    assertTrue(api.patch(second, "{\"active\":true}").json().has("fingerprints"));
    assertEquals(204, api.delete(first).status());
    assertEquals(200, api.patch(second, "{\"active\":false}").status());
    assertEquals(404, clients.anonymous().get(PATH + "/" + id + "/metadata").status());
    assertEquals("entity.not_found", api.patch(first, "{\"active\":true}").code());
    api.delete(PATH + "/" + id);
  }

  @Test
  void whatDoesNotFitIsRefused() {
    Answer redirect =
        api.post(
            PATH,
            "{\"name\":\"x\",\"acsUrl\":{\"binding\":\"urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect\",\"url\":\"https://a\"}}");
    assertEquals(422, redirect.status());
    assertEquals("application.saml.acs_url_binding_not_supported", redirect.code());
    assertEquals(
        "guard.invalid_input",
        api.post(PATH, "{\"name\":\"x\",\"encryption\":{\"encryptAssertion\":true}}").code());
    String other =
        api.post("/api/applications", "{\"name\":\"spa\",\"type\":\"SPA\"}")
            .json()
            .get("id")
            .asText();
    assertEquals("application.saml.saml_application_only", api.get(PATH + "/" + other).code());
    assertEquals("application.saml.saml_application_only", api.delete(PATH + "/" + other).code());
    assertEquals(
        "entity.db_constraint_violated",
        api.post(PATH + "/" + other + "/secrets", "{\"lifeSpanInYears\":1}").code());
    assertEquals(404, api.post(PATH + "/x/secrets", "{\"lifeSpanInYears\":1}").status());
    assertEquals(400, api.post(PATH + "/x/secrets", "{\"lifeSpanInYears\":0}").status());
    assertEquals(404, clients.anonymous().get(PATH + "/" + other + "/metadata").status());
    api.delete("/api/applications/" + other);
  }
}
