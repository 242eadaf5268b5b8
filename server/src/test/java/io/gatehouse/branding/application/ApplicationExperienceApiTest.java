package io.gatehouse.branding.application;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
class ApplicationExperienceApiTest {
  @Inject ApiClients clients;

  private ApiClient api;
  private String id;
  private String path;

  @BeforeEach
  void prepare() {
    api = clients.management();
    id =
        api.post(
                "/api/applications",
                """
                {"name":"Shop","type":"SPA","oidcClientMetadata":
                  {"redirectUris":["https://shop.example/back"],"postLogoutRedirectUris":[]}}
                """)
            .json()
            .get("id")
            .asText();
    path = "/api/applications/" + id + "/sign-in-experience";
  }

  @Test
  void theFirstPutMakesItAndLaterOnesChangeWhatTheyName() {
    Answer never = api.get(path);
    assertEquals(404, never.status());
    assertEquals("entity.not_exists_with_id", never.code());
    Answer first = api.put(path, "{\"displayName\":\"The shop\"}");
    assertEquals(201, first.status(), first.text());
    assertEquals(
        "{\"tenantId\":\"default\",\"applicationId\":\"%s\",\"color\":{},\"branding\":{},\"customCss\":null,\"termsOfUseUrl\":null,\"privacyPolicyUrl\":null,\"displayName\":\"The shop\"}"
            .formatted(id),
        first.text());
    Answer second =
        api.put(
            path,
            "{\"color\":{\"primaryColor\":\"#123456\"},\"termsOfUseUrl\":\"https://shop.example/terms\"}");
    assertEquals(200, second.status(), second.text());
    assertEquals("The shop", second.json().get("displayName").asText());
    Answer cleared = api.put(path, "{\"displayName\":\"\",\"color\":{}}");
    assertTrue(cleared.json().get("displayName").isNull());
    assertEquals("{}", cleared.json().get("color").toString());
    assertEquals(cleared.text(), api.get(path).text());
    assertEquals("entity.invalid_input", api.put(path, "{}").code());
  }

  @Test
  void pagesOfTheApplicationWearItOverTheTenantsLooks() {
    api.put(
        path,
        """
        {"displayName":"The shop","customCss":".gh-title{letter-spacing:2px}",
         "color":{"primaryColor":"#0B5FFF"},"branding":{"logoUrl":"https://shop.example/logo.png"}}
        """);
    Browser browser = new Browser();
    Seen page =
        browser.follow(
            browser.get(
                "/oidc/auth?client_id="
                    + id
                    + "&redirect_uri=https%3A%2F%2Fshop.example%2Fback&response_type=code&scope=openid"
                    + "&code_challenge=rywiWVrt9RO8mGMywp2tzGz0ikk5sXsdmTFf9gCqs_4&code_challenge_method=S256"));
    assertEquals(200, page.status(), page.text());
    assertTrue(page.text().contains("The shop"), page.text());
    assertTrue(page.text().contains("https://shop.example/logo.png"), page.text());
    assertTrue(page.text().contains("letter-spacing:2px"), page.text());
    JsonNode settings = clients.anonymous().get("/api/.well-known/sign-in-exp?appId=" + id).json();
    assertEquals("#0B5FFF", settings.at("/color/primaryColor").asText());
    assertEquals(".gh-title{letter-spacing:2px}", settings.get("customCss").asText());
    assertTrue(settings.at("/color/darkPrimaryColor").isTextual(), "the tenant's own stays");
  }

  @Test
  void wrongColoursAddressesAndApplicationsAreRefused() {
    assertEquals(
        "guard.invalid_input", api.put(path, "{\"color\":{\"primaryColor\":\"red\"}}").code());
    assertEquals("guard.invalid_input", api.put(path, "{\"termsOfUseUrl\":\"terms\"}").code());
    assertEquals(
        "guard.invalid_input",
        api.put(path, "{\"displayName\":\"" + "x".repeat(257) + "\"}").code());
    assertEquals(404, api.put("/api/applications/nothing/sign-in-experience", "{}").status());
  }
}
