package io.gatehouse.branding;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SignInExperienceApiTest {
  private static final String PATH = "/api/sign-in-exp";

  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  @Test
  void theRowHasTheContractsMembersInItsOrder() {
    Answer row = api.get(PATH);
    assertEquals(200, row.status(), row.text());
    assertTrue(
        row.text()
            .startsWith(
                "{\"tenantId\":\"default\",\"id\":\"default\",\"color\":{\"primaryColor\":"),
        row.text());
    assertTrue(row.text().contains("\"isDarkModeEnabled\":true"), row.text());
    assertTrue(row.json().has("signUpProfileFields"), row.text());
    assertFalse(row.json().path("branding").has("logoUrl"), row.text());
  }

  @Test
  void aChangeReplacesTheNamedMembersWhole() {
    Answer changed =
        api.patch(
            PATH,
            """
            {"termsOfUseUrl":"https://example.org/terms","supportEmail":"","unknown":1,
             "passwordPolicy":{"length":{"min":10}},"sentinelPolicy":{"maxAttempts":5}}
            """);
    assertEquals(200, changed.status(), changed.text());
    assertEquals("https://example.org/terms", changed.json().path("termsOfUseUrl").asText());
    assertTrue(changed.json().path("supportEmail").isNull());
    assertEquals(256, changed.json().at("/passwordPolicy/length/max").asInt());
    assertFalse(changed.json().path("passwordPolicy").has("rejects"));
    Answer back =
        api.patch(PATH, "{\"termsOfUseUrl\":null,\"passwordPolicy\":{},\"sentinelPolicy\":{}}");
    assertEquals("{}", back.json().path("passwordPolicy").toString());
    assertTrue(back.json().path("termsOfUseUrl").isNull());
  }

  @Test
  void passwordsAndLanguagesHaveTheirBounds() {
    for (String wrong :
        new String[] {
          "{\"passwordPolicy\":{\"characterTypes\":{\"min\":0}}}",
          "{\"passwordPolicy\":{\"characterTypes\":{\"min\":5}}}",
          "{\"passwordPolicy\":{\"length\":{\"min\":0}}}",
          "{\"passwordPolicy\":{\"length\":{\"max\":0}}}",
          "{\"languageInfo\":{\"autoDetect\":true,\"fallbackLanguage\":\"klingon\"}}"
        }) {
      assertEquals("guard.invalid_input", api.patch(PATH, wrong).code(), wrong);
    }
    assertEquals(
        "request.invalid_input",
        api.patch(PATH, "{\"passwordPolicy\":{\"length\":{\"min\":9,\"max\":8}}}").code());
  }

  @Test
  void aRefusalNamesTheConnectorThatIsMissing() {
    Answer code =
        api.patch(
            PATH,
            """
            {"signIn":{"methods":[{"identifier":"phone","password":true,"verificationCode":true,
              "isPasswordPrimary":true}]}}
            """);
    assertEquals("This needs a connector for Sms.", code.json().path("message").asText());
    Answer recovery = api.patch(PATH, "{\"forgotPasswordMethods\":[\"PhoneVerificationCode\"]}");
    assertTrue(recovery.json().path("message").asText().contains("Sms"), recovery.text());
  }

  @Test
  void whatDoesNotFitIsRefusedByItsCode() {
    assertRefused(422, "entity.invalid_input", "{}");
    assertRefused(400, "guard.invalid_input", "{\"color\":{\"primaryColor\":\"red\"}}");
    assertRefused(
        400,
        "sign_in_experiences.enabled_connector_not_found",
        "{\"signUp\":{\"identifiers\":[\"email\"],\"password\":true,\"verify\":true}}");
    assertRefused(
        400,
        "sign_in_experiences.passwordless_requires_verify",
        "{\"signUp\":{\"identifiers\":[\"email\"],\"password\":true,\"verify\":false}}");
    assertRefused(
        400,
        "sign_in_experiences.at_least_one_authentication_factor",
        """
        {"signIn":{"methods":[{"identifier":"username","password":false,"verificationCode":false,
         "isPasswordPrimary":true}]}}
        """);
    assertRefused(
        400,
        "sign_in_experiences.backup_code_cannot_be_enabled_alone",
        "{\"mfa\":{\"factors\":[\"BackupCode\"],\"policy\":\"UserControlled\"}}");
    assertRefused(
        400,
        "sign_in_experiences.unsupported_default_language",
        "{\"languageInfo\":{\"autoDetect\":true,\"fallbackLanguage\":\"cy-GB\"}}");
    assertRefused(400, "request.invalid_input", "{\"hideLogtoBranding\":true}");
  }

  @Test
  void anybodyMayReadWhatAPageShowsAndSays() {
    Answer shown = clients.anonymous().get("/api/.well-known/sign-in-exp");
    assertEquals(200, shown.status(), shown.text());
    assertFalse(shown.json().has("emailBlocklistPolicy"));
    assertTrue(shown.json().path("socialConnectors").isArray());
    assertEquals(shown.text(), clients.anonymous().get("/api/.well-known/experience").text());
    Answer words = clients.anonymous().get("/api/.well-known/phrases?lng=fr");
    assertEquals("fr", words.header("Content-Language"));
    assertTrue(words.json().path("sign_in").path("title").isTextual(), words.text());
  }

  private void assertRefused(int status, String code, String body) {
    Answer refused = api.patch(PATH, body);
    assertEquals(code, refused.code(), refused.text());
    assertEquals(status, refused.status(), refused.text());
  }
}
