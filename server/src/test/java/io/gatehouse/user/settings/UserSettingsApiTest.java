package io.gatehouse.user.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class UserSettingsApiTest {
  @Inject ApiClients clients;
  @Inject People people;

  private ApiClient api;
  private String settings;

  @BeforeEach
  void prepare() {
    api = clients.management();
    settings = "/api/users/" + people.anybody().id() + "/logto-configs";
  }

  @Test
  void whatIsGivenIsLaidOverWhatIsThere() {
    assertEquals(
        "{\"mfa\":{\"skipped\":false,\"skipMfaOnSignIn\":false},\"passkeySignIn\":{\"skipped\":false}}",
        api.get(settings).text());
    Answer enabled = api.patch(settings, "{\"mfa\":{\"enabled\":true}}");
    assertEquals(200, enabled.status(), enabled.text());
    Answer both =
        api.patch(
            settings, "{\"mfa\":{\"skipMfaOnSignIn\":true},\"passkeySignIn\":{\"skipped\":true}}");
    assertEquals(
        "{\"mfa\":{\"enabled\":true,\"skipped\":false,\"skipMfaOnSignIn\":true},\"passkeySignIn\":{\"skipped\":true}}",
        both.text());
    assertEquals(both.text(), api.patch(settings, "{}").text());
    assertEquals(both.text(), api.get(settings).text());
  }

  @Test
  void wrongTypesAndNobodyAreRefused() {
    assertEquals(
        "guard.invalid_input", api.patch(settings, "{\"mfa\":{\"enabled\":\"yes\"}}").code());
    assertEquals("entity.not_found", api.get("/api/users/nobody/logto-configs").code());
    assertEquals("entity.not_found", api.patch("/api/users/nobody/logto-configs", "{}").code());
  }
}
