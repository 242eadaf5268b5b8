package io.gatehouse.branding.preview;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.tenant.TenantId;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SignInPreviewApiTest {
  private static final String PREVIEWS = "/api/sign-in-previews";
  private static final String DRAFT =
      """
      {"experience":{"color":{"primaryColor":"#ff0000","isDarkModeEnabled":true,"darkPrimaryColor":"#00ff00"},
        "customCss":"@media (prefers-color-scheme: dark) { .gh-card { outline: 1px solid } } </style><script>",
        "termsOfUseUrl":"https://example.org/terms"},
       "customPhrases":{"languageTag":"fr","translation":{"sign_in":{"title":"Entrez"}}}}
      """;

  @Inject ApiClients clients;
  @Inject SignInPreviews previews;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  private String path(String draft) {
    Answer made = api.post(PREVIEWS, draft);
    assertEquals(200, made.status(), made.text());
    JsonNode link = made.json();
    assertTrue(link.path("expiresAt").isIntegralNumber(), made.text());
    return URI.create(link.path("url").asText()).getPath();
  }

  private Answer look(String path) {
    return clients.anonymous().get(path);
  }

  @Test
  void thePageIsDrawnFromTheDraftWhichStaysUnsaved() {
    JsonNode before = api.get("/api/sign-in-exp").json();
    String path = path(DRAFT);
    String page = look(path + "?language=fr").text();
    assertTrue(page.contains("<html lang=\"fr\""), page);
    assertTrue(page.contains("#FF0000") && page.contains("Entrez"), page);
    assertTrue(page.contains("https://example.org/terms"), page);
    assertFalse(look(path + "?language=en").text().contains("Entrez"));
    assertEquals(before, api.get("/api/sign-in-exp").json());
  }

  @Test
  void aLanguageIsLookedAtBeforeThePagesSpeakIt() {
    String path =
        path(
            """
            {"customPhrases":{"languageTag":"nl","translation":{"sign_in":{"title":"Inloggen"}}}}
            """);
    String page = look(path + "?language=nl").text();
    assertTrue(page.contains("<html lang=\"nl\"") && page.contains("Inloggen"), page);
  }

  @Test
  void theSchemeIsTheOneAskedFor() {
    String path = path(DRAFT);
    String light = look(path).text();
    String dark = look(path + "?theme=dark").text();
    assertFalse(light.contains("prefers-color-scheme") || dark.contains("prefers-color-scheme"));
    assertTrue(light.contains("@media (max-width:0) { .gh-card"), light);
    assertTrue(dark.contains("@media (min-width:0) { .gh-card"), dark);
  }

  @Test
  void aPreviewDoesNothing() {
    Answer answer = look(path(DRAFT));
    String policy = String.valueOf(answer.header("Content-Security-Policy"));
    assertTrue(policy.contains("; sandbox") && policy.contains("form-action 'none'"), policy);
    assertTrue(policy.matches(".*frame-ancestors 'self' http\\S+;.*"), policy);
    assertTrue(policy.contains("default-src 'none'") && !policy.contains("script-src"), policy);
    assertFalse(answer.text().contains("<script nonce"), answer.text());
    assertTrue(answer.text().contains("<body inert "), answer.text());
    assertEquals("no-cache, no-store, must-revalidate", answer.header("Cache-Control"));
  }

  @Test
  void theSecondStepIsWhatTheDraftLetsPeopleChoose() {
    String path =
        path(
            "{\"experience\":{\"mfa\":{\"factors\":[\"Totp\",\"BackupCode\"],\"policy\":\"Mandatory\"}}}");
    String choice = look(path + "?page=second-step").text();
    assertTrue(
        choice.contains("value=\"Totp\"") && choice.contains("value=\"BackupCode\""), choice);
    assertFalse(choice.contains("value=\"WebAuthn\""), choice);
    String setup = look(path + "?page=second-step-setup").text();
    assertTrue(setup.contains("value=\"Totp\""), setup);
    assertFalse(setup.contains("value=\"BackupCode\"") || setup.contains("/skip"), setup);
    String passkey = look(path + "?page=passkey").text();
    assertFalse(passkey.contains("<noscript") || passkey.contains(" disabled>"), passkey);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "sign-in",
        "register",
        "password",
        "new-password",
        "code",
        "second-step",
        "second-step-setup",
        "passkey",
        "forgot-password",
        "consent",
        "suspended",
        "unknown-session",
        "whatever"
      })
  void everyPageCanBeLookedAt(String page) {
    Answer answer = look(path("{}") + "?page=" + page);
    assertEquals(200, answer.status(), answer.text());
    assertTrue(answer.text().contains("class=\"gh-title\""), answer.text());
  }

  @Test
  void halfMadeSettingsAreShownToo() {
    String path =
        path(
            """
            {"experience":{"signUp":{"identifiers":[],"password":false,"verify":false},
              "signIn":{"methods":[]},"socialSignInConnectorTargets":["nobody"]}}
            """);
    assertEquals(200, look(path).status());
    Answer refused = api.post(PREVIEWS, "{\"experience\":{\"color\":{\"primaryColor\":\"x\"}}}");
    assertEquals("guard.invalid_input", refused.code());
    assertEquals(401, clients.anonymous().post(PREVIEWS, "{}").status());
    assertEquals(404, look("/preview/nothing").status());
  }

  @Test
  void aLinkIsOfOneTenant() {
    String path = path("{}");
    String token = path.substring(path.lastIndexOf('/') + 1);
    assertTrue(previews.find(TenantId.DEFAULT, token).isPresent());
    assertTrue(previews.find(TenantId.ADMIN, token).isEmpty());
  }
}
