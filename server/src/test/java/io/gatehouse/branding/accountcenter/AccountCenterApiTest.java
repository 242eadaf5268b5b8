package io.gatehouse.branding.accountcenter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AccountCenterApiTest {
  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  private static final String CENTER = "/api/account-center";

  @Test
  void theSettingsAreReadAndChangedMemberByMember() {
    Answer changed =
        api.patch(
            CENTER,
            """
            {"enabled":true,"fields":{"username":"Edit","other":"Edit"},"deleteAccountUrl":"https://a.example/bye",
             "webauthnRelatedOrigins":["https://a.example","https://a.example"],"profileFields":[{"name":"unknown"}]}
            """);
    assertEquals(200, changed.status(), changed.text());
    assertEquals(
        """
        {"tenantId":"default","id":"default","enabled":true,"fields":{"username":"Edit"},\
        "webauthnRelatedOrigins":["https://a.example"],"deleteAccountUrl":"https://a.example/bye",\
        "customCss":null,"profileFields":[]}\
        """,
        changed.text());
    assertEquals(changed.text(), api.get(CENTER).text());
    assertEquals(changed.text(), clients.anonymous().get("/api/.well-known/account-center").text());
    assertEquals(
        "{\"origins\":[\"https://a.example\"]}",
        clients.anonymous().get("/.well-known/webauthn").text());
    Seen change = new Browser().get("/.well-known/change-password");
    assertEquals(302, change.status());
    assertEquals("/account/password", change.location());
    Answer cleared =
        api.patch(CENTER, "{\"deleteAccountUrl\":\"\",\"profileFields\":null,\"fields\":{}}");
    assertEquals("null", cleared.json().get("deleteAccountUrl").toString());
    assertEquals("null", cleared.json().get("profileFields").toString());
    assertEquals("{}", cleared.json().get("fields").toString());
  }

  @Test
  void whatDoesNotFitIsRefused() {
    assertEquals("entity.invalid_input", api.patch(CENTER, "{}").code());
    assertEquals(
        "guard.invalid_input", api.patch(CENTER, "{\"deleteAccountUrl\":\"ftp://a\"}").code());
    assertEquals(
        "guard.invalid_input", api.patch(CENTER, "{\"fields\":{\"email\":\"Write\"}}").code());
    Answer twice = api.patch(CENTER, "{\"profileFields\":[{\"name\":\"a\"},{\"name\":\"a\"}]}");
    assertEquals(400, twice.status());
    assertEquals("[\"a\"]", twice.json().at("/data/duplicateNames").toString());
  }
}
