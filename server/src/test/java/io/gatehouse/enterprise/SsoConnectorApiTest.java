package io.gatehouse.enterprise;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.crypto.certificate.SigningCertificate;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SsoConnectorApiTest {
  private static final String PATH = "/api/sso-connectors";

  @Inject ApiClients clients;
  private final StandInEnterprise enterprise = new StandInEnterprise();
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @AfterEach
  void close() {
    enterprise.close();
  }

  @Test
  void aConnectorOfOpenIdConnectShowsWhatItsProviderPublishes() {
    Answer made = create("OIDC", oidc(enterprise.base()), "\"domains\":[\"Acme.Example\"]");
    assertEquals(200, made.status(), made.text());
    assertEquals(12, made.json().get("id").asText().length());
    assertEquals("[\"acme.example\"]", made.json().get("domains").toString());
    assertEquals(
        "{\"clientId\":\"us\",\"clientSecret\":\"s\",\"issuer\":\"%s\",\"trustUnverifiedEmail\":false}"
            .formatted(enterprise.base()),
        made.json().get("config").toString());
    assertFalse(made.json().has("providerType"));
    String path = PATH + "/" + made.json().get("id").asText();
    JsonNode read = api.get(path).json();
    assertEquals("oidc", read.get("providerType").asText());
    assertEquals("OIDC", read.get("name").asText());
    assertTrue(read.get("providerLogo").asText().startsWith("data:image/svg+xml"));
    assertEquals(enterprise.base() + "/token", read.at("/providerConfig/tokenEndpoint").asText());
    assertEquals("openid profile email", read.at("/providerConfig/scope").asText());
    enterprise.close();
    assertFalse(api.get(path).json().has("providerConfig"));
    assertTrue(
        api.get(PATH).json().findValuesAsText("id").contains(made.json().get("id").asText()));
    assertEquals(204, api.delete(path).status());
    Answer gone = api.get(path);
    assertEquals(404, gone.status());
    assertEquals("entity.not_exists_with_id", gone.code());
  }

  @Test
  void aProviderOfSamlIsDescribedByAddressMetadataOrHand() {
    String metadata = JsonCodec.text(enterprise.metadata().strip());
    String certificate = JsonCodec.text(StandInEnterprise.CERTIFICATE.certificate());
    for (String config :
        new String[] {
          "{\"metadataUrl\":\"" + enterprise.base() + "/metadata\",\"entityId\":\"dropped\"}",
          "{\"metadata\":" + metadata + "}",
          "{\"entityId\":\"urn:idp\",\"signInEndpoint\":\"https://idp.example/sso\",\"x509Certificate\":"
              + certificate
              + "}"
        }) {
      Answer made = create("SAML", config, "\"syncProfile\":true");
      assertEquals(200, made.status(), made.text());
      assertFalse(made.json().get("config").has("entityId") && config.contains("metadata"));
      String id = made.json().get("id").asText();
      JsonNode details = api.get(PATH + "/" + id).json().get("providerConfig");
      assertEquals("urn:idp", details.at("/identityProvider/entityId").asText());
      assertEquals(
          "https://idp.example/sso", details.at("/identityProvider/signInEndpoint").asText());
      assertTrue(details.at("/identityProvider/isCertificateValid").asBoolean());
      assertEquals(
          "http://localhost:3001/enterprise-sso/" + id,
          details.at("/serviceProvider/entityId").asText());
      assertEquals(
          SigningCertificate.bare(StandInEnterprise.CERTIFICATE.certificate()),
          SigningCertificate.bare(details.at("/identityProvider/x509Certificate").asText()));
      api.delete(PATH + "/" + id);
    }
  }

  @Test
  void whatAProviderDoesNotAnswerIsNotKept() {
    Answer unreachable = create("OIDC", oidc(enterprise.base() + "/nowhere"), "\"domains\":[]");
    assertEquals(400, unreachable.status());
    assertEquals("connector.invalid_config", unreachable.code());
    assertEquals("fail_to_fetch_config", unreachable.json().at("/data/message").asText());
    Answer empty = create("Okta", oidc(enterprise.base() + "/empty"), "\"domains\":[]");
    assertEquals("invalid_config_response", empty.json().at("/data/message").asText());
    Answer forbidden = create("OIDC", oidc("http://10.0.0.1"), "\"domains\":[]");
    assertEquals("connector.invalid_config", forbidden.code());
    assertEquals(
        "connector.invalid_metadata",
        create("SAML", "{\"metadata\":\"<a/>\"}", "\"domains\":[]").code());
    assertEquals(
        "connector.invalid_certificate",
        create(
                "AzureAD",
                "{\"entityId\":\"e\",\"signInEndpoint\":\"https://a\",\"x509Certificate\":\"x\"}",
                "\"domains\":[]")
            .code());
  }

  @Test
  void rulesAreCheckedInTheirOrder() {
    assertEquals(422, create("Nobody", "{}", "\"domains\":[\"gmail.com\"]").status());
    Answer open = create("OIDC", "{}", "\"domains\":[\"GMAIL.com\"]");
    assertEquals(422, open.status());
    assertEquals("single_sign_on.forbidden_domains", open.code());
    assertEquals("[\"gmail.com\"]", open.json().at("/data/data").toString());
    assertEquals(
        "single_sign_on.duplicated_domains",
        create("OIDC", "{}", "\"domains\":[\"a.example\",\"A.example\"]").code());
    assertEquals("connector.invalid_config", create("OIDC", "{}", "\"domains\":[]").code());
    assertEquals(
        "single_sign_on.active_signing_key_required",
        create("SAML", "{\"metadata\":\"x\",\"signAuthnRequest\":true}", "\"domains\":[]").code());
  }

  @Test
  void aNameIsTakenOnceAndAChangeOfNothingChangesNothing() {
    String name = "n" + Ids.shortId();
    String first = bare("OIDC", name).json().get("id").asText();
    Answer second = bare("SAML", name);
    assertEquals(409, second.status());
    assertEquals("single_sign_on.duplicate_connector_name", second.code());
    String other = bare("SAML", name + "x").json().get("id").asText();
    assertEquals(
        409, api.patch(PATH + "/" + other, "{\"connectorName\":\"" + name + "\"}").status());
    assertEquals(
        200, api.patch(PATH + "/" + first, "{\"connectorName\":\"" + name + "\"}").status());
    assertEquals(200, api.patch(PATH + "/" + first, "{\"providerName\":\"SAML\"}").status());
    assertEquals(
        "connector.token_storage_not_supported",
        api.patch(PATH + "/" + other, "{\"enableTokenStorage\":true}").code());
    // The provider is not asked for a connector whose name is taken.
    String taken = "\"connectorName\":\"" + name + "\",\"config\":";
    String nowhere =
        "{\"providerName\":\"OIDC\"," + taken + oidc(enterprise.base() + "/nowhere") + "}";
    assertEquals(409, api.post(PATH, nowhere).status());
    assertEquals(
        409, api.patch(PATH + "/" + other, "{" + taken + "{\"metadata\":\"<a/>\"}}").status());
    // Of a new one the shape of its configuration comes first.
    assertEquals(
        "connector.invalid_config",
        api.post(PATH, "{\"providerName\":\"OIDC\"," + taken + "{}}").code());
    assertEquals(409, api.patch(PATH + "/" + other, "{" + taken + "{}}").status());
    JsonNode changed =
        api.patch(PATH + "/" + first, "{\"branding\":{\"displayName\":\"Acme\",\"x\":1}}").json();
    assertEquals("{\"displayName\":\"Acme\"}", changed.get("branding").toString());
    assertEquals("OIDC", changed.get("providerName").asText());
    api.delete(PATH + "/" + first);
    api.delete(PATH + "/" + other);
  }

  @Test
  void signingKeysAreStagedActivatedAndDeleted() {
    String id = bare("SAML", "k" + Ids.shortId()).json().get("id").asText();
    String keys = PATH + "/" + id + "/signing-keys";
    Answer first = api.post(keys, "{\"active\":true}");
    assertEquals(201, first.status(), first.text());
    assertTrue(first.json().get("certificate").asText().startsWith("-----BEGIN CERTIFICATE-----"));
    assertFalse(first.text().contains("PRIVATE"));
    String used = keys + "/" + first.json().get("id").asText();
    String signed =
        "{\"config\":{\"metadata\":%s,\"signAuthnRequest\":true}}"
            .formatted(JsonCodec.text(enterprise.metadata().strip()));
    assertEquals(200, api.patch(PATH + "/" + id, signed).status());
    assertEquals(
        "single_sign_on.can_not_deactivate_signing_key_in_use",
        api.patch(used, "{\"active\":false}").code());
    assertEquals("single_sign_on.can_not_delete_active_signing_key", api.delete(used).code());
    String staged = keys + "/" + api.post(keys, "{}").json().get("id").asText();
    assertEquals(200, api.patch(staged, "{\"active\":true}").status());
    assertEquals(
        "[false,true]", api.get(keys).json().findValues("active").toString().replace(" ", ""));
    assertEquals(204, api.delete(used).status());
    assertEquals("entity.not_found", api.delete(used).code());
    assertEquals(400, api.patch(staged, "{}").status());
    api.delete(PATH + "/" + id);
  }

  @Test
  void onlyRequestsOfSamlAreSigned() {
    String id = bare("OIDC", "o" + Ids.shortId()).json().get("id").asText();
    Answer refused = api.get(PATH + "/" + id + "/signing-keys");
    assertEquals(404, refused.status());
    assertEquals("connector.not_found", refused.code());
    api.delete(PATH + "/" + id);
  }

  @Test
  void theKindsOfProvidersAreToldInTheReadersLanguage() {
    JsonNode kinds = api.get("/api/sso-connector-providers", "Accept-Language", "fr").json();
    assertEquals(
        "[\"OIDC\",\"SAML\",\"AzureAD\",\"AzureAdOidc\",\"GoogleWorkspace\",\"Okta\"]",
        JsonCodec.text(kinds.findValuesAsText("providerName")));
    assertTrue(kinds.at("/5/description").asText().contains("organisation"));
  }

  @Test
  void pagesSeeWhoIsConfiguredAndHasDomainsWhileSingleSignOnIsOn() {
    Answer ready =
        create(
            "OIDC",
            oidc(enterprise.base()),
            "\"domains\":[\"shown.example\"],\"branding\":{\"displayName\":\"Acme\"}");
    Answer homeless = create("OIDC", oidc(enterprise.base()), "\"domains\":[]");
    Answer unfinished = bare("Okta", "unfinished");
    String id = ready.json().get("id").asText();
    assertFalse(shown().contains(id), "single sign-on is off");
    api.patch("/api/sign-in-exp", "{\"singleSignOnEnabled\":true}");
    assertEquals(1, shown().stream().filter(id::equals).count());
    assertFalse(shown().contains(homeless.json().get("id").asText()));
    assertFalse(shown().contains(unfinished.json().get("id").asText()));
    JsonNode button =
        clients.anonymous().get("/api/.well-known/sign-in-exp").json().at("/ssoConnectors/0");
    assertEquals("Acme", button.get("connectorName").asText());
    assertTrue(button.get("logo").asText().startsWith("data:image/svg+xml"));
    assertEquals(3, button.size(), button.toString());
    for (Answer made : List.of(ready, homeless, unfinished)) {
      api.delete(PATH + "/" + made.json().get("id").asText());
    }
    assertFalse(shown().contains(id));
    api.patch("/api/sign-in-exp", "{\"singleSignOnEnabled\":false}");
  }

  private List<String> shown() {
    return clients
        .anonymous()
        .get("/api/.well-known/sign-in-exp")
        .json()
        .get("ssoConnectors")
        .findValuesAsText("id");
  }

  private Answer create(String provider, String config, String more) {
    return api.post(
        PATH,
        "{\"providerName\":\"%s\",\"connectorName\":\"c%s\",\"config\":%s,%s}"
            .formatted(provider, Ids.shortId(), config, more));
  }

  private Answer bare(String provider, String name) {
    return api.post(
        PATH, "{\"providerName\":\"%s\",\"connectorName\":\"%s\"}".formatted(provider, name));
  }

  private static String oidc(String issuer) {
    return "{\"clientId\":\"us\",\"clientSecret\":\"s\",\"issuer\":\"%s\",\"other\":1}"
        .formatted(issuer);
  }
}
