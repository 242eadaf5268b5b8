package io.gatehouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.Connectors;
import io.gatehouse.credential.BreachedPasswords;
import io.gatehouse.enterprise.provider.ProviderConfig;
import io.gatehouse.enterprise.signon.EnterprisePerson;
import io.gatehouse.enterprise.signon.OpenIdArrival;
import io.gatehouse.guard.NetworkLimit;
import io.gatehouse.platform.config.Settings;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testkit.Client.Answer;
import io.gatehouse.user.Identifier;
import io.gatehouse.user.Users;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** The running server, as the testkit changes it. */
@QuarkusTest
@QuarkusTestResource(OwnDatabase.class)
class TestkitTest {
  @Inject Users users;
  @Inject Settings settings;
  @Inject NetworkLimit networkLimit;
  @Inject BreachedPasswords breachedPasswords;
  @Inject OpenIdArrival enterprise;

  @Test
  void theHeaderMakesAnAdministratorOfTheCoreListenersTenant() {
    Answer answer = new Client(OwnDatabase.core(), "anybody").get("/api/roles");
    assertEquals(200, answer.status());
    assertEquals(List.of("Logto Management API access"), answer.json().findValuesAsText("name"));
  }

  @Test
  void theHeaderMakesAnAdministratorOfTheAdminTenant() {
    Answer answer = new Client(OwnDatabase.admin(), "anybody").get("/api/roles");
    assertEquals(200, answer.status());
    assertTrue(answer.json().findValuesAsText("name").contains("default:admin"), answer.text());
  }

  @Test
  void withoutTheHeaderATokenIsNeededAsEver() {
    Answer answer = new Client(OwnDatabase.core(), null).get("/api/roles");
    assertEquals(401, answer.status());
    assertEquals("auth.authorization_header_missing", answer.json().path("code").asText());
  }

  @Test
  void anEmptyHeaderNamesNobody() {
    assertEquals(401, new Client(OwnDatabase.core(), "").get("/api/roles").status());
  }

  @Test
  void theHeaderGoesBeforeTheEnvironment() {
    assertEquals("a", DevelopmentUser.named("a", "b"));
    assertEquals("b", DevelopmentUser.named("", "b"));
    assertEquals("b", DevelopmentUser.named(null, "b"));
  }

  @Test
  void twoPeopleOfTheAdminTenantAreThere() {
    for (String name : List.of("test1", "test2")) {
      assertTrue(users.forSignIn(TenantId.ADMIN, Identifier.username(name)).isPresent());
      assertFalse(users.forSignIn(TenantId.DEFAULT, Identifier.username(name)).isPresent());
    }
  }

  @Test
  void theSettingsAreThoseOfATestServer() throws Exception {
    assertTrue(settings.trustProxyHeader());
    assertEquals("test-status-api-key", settings.statusApiKey());
    for (String address : List.of("127.0.0.1", "127.8.9.10", "::1")) {
      InetAddress loopback = InetAddress.getByName(address);
      assertTrue(settings.egressAllow().stream().anyMatch(range -> range.contains(loopback)));
    }
  }

  @Test
  void thisMachineIsNeverLockedOut() {
    assertFalse(networkLimit.countsLoopback());
  }

  @Test
  void twoPasswordsAreBreachedAndNoOther() {
    assertTrue(breachedPasswords.contains("123456aA"));
    assertTrue(breachedPasswords.contains("test_password"));
    assertFalse(breachedPasswords.contains("password"));
  }

  @Test
  void whoComesBackFromAnEnterpriseIsWhomTheCallbackNames() throws Exception {
    ProviderConfig.OpenId config =
        new ProviderConfig.Oidc("client", "secret", "https://idp.example", null, null);
    ObjectNode callback =
        (ObjectNode)
            new ObjectMapper()
                .readTree(
                    """
                    {"sub": "ann", "email": "ann@corp.example", "email_verified": true,
                     "phone": "14155550100", "phone_verified": true, "name": "Ann",
                     "tokenResponse": {"access_token": "at", "expires_in": 60}}
                    """);
    EnterprisePerson person = enterprise.arrive(config, Map.of(), callback);
    assertEquals("ann", person.id());
    assertEquals("https://idp.example", person.issuer());
    assertEquals("ann@corp.example", person.userInfo().path("email").asText());
    assertEquals("14155550100", person.userInfo().path("phone").asText());
    assertFalse(person.userInfo().path("rawData").has("tokenResponse"));
    assertEquals("at", Objects.requireNonNull(person.tokens()).accessToken());
  }

  @Test
  void protectedApplicationsCanBeMadeAndRead() {
    Client client = new Client(OwnDatabase.core(), "anybody");
    String body =
        """
        {"name": "Wiki", "type": "Protected",
         "protectedAppMetadata": {"subDomain": "wiki", "origin": "https://wiki.example"}}\
        """;
    Answer made = client.post("/api/applications", body);
    assertEquals(200, made.status(), made.text());
    JsonNode read = client.get("/api/applications/" + made.json().path("id").asText()).json();
    JsonNode metadata = read.path("protectedAppMetadata");
    assertEquals("wiki.protected.app", metadata.path("host").asText());
    assertEquals("https://wiki.example", metadata.path("origin").asText());
    assertEquals(1_209_600, metadata.path("sessionDuration").asInt());
    assertTrue(metadata.path("pageRules").isArray());
    assertTrue(metadata.path("additionalScopes").isArray());
    assertEquals(
        "[\"https://wiki.protected.app/sign-in-callback\"]",
        read.path("oidcClientMetadata").path("redirectUris").toString());
    String path = "/api/applications/" + made.json().path("id").asText();
    Answer changed =
        client.patch(
            path,
            """
            {"protectedAppMetadata": {"sessionDuration": 60, "host": "evil.example", "pageRules": [{"path": "^/a", "x": 1}],
             "additionalScopes": ["roles"]}}
            """);
    assertEquals(200, changed.status(), changed.text());
    JsonNode after = changed.json().path("protectedAppMetadata");
    assertEquals("wiki.protected.app", after.path("host").asText());
    assertEquals("https://wiki.example", after.path("origin").asText());
    assertEquals(60, after.path("sessionDuration").asInt());
    assertEquals("[{\"path\":\"^/a\"}]", after.path("pageRules").toString());
    assertEquals("[\"roles\"]", after.path("additionalScopes").toString());
    String unknown = "{\"protectedAppMetadata\": {\"additionalScopes\": [\"email\"]}}";
    assertEquals("guard.invalid_input", client.patch(path, unknown).json().path("code").asText());
    Answer again = client.post("/api/applications", body);
    assertEquals(422, again.status());
    assertEquals(
        "application.protected_application_subdomain_exists", again.json().path("code").asText());
  }

  @Test
  void theMocksStandBesideTheProductsConnectors() {
    Connectors installed = Connectors.installed();
    for (String id :
        List.of(
            "mock-short-message-service",
            "mock-email-service",
            "mock-email-service-alternative",
            "mock-social-connector",
            "huggingface-universal")) {
      assertTrue(installed.find(id).isPresent(), id);
    }
  }
}
