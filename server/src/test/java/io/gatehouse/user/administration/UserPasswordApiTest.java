package io.gatehouse.user.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
class UserPasswordApiTest {
  private static final String USERS = "/api/users";
  @Inject ApiClients clients;
  private ApiClient api;

  @BeforeEach
  void signIn() {
    api = clients.management();
  }

  private JsonNode create(String body) {
    Answer made = api.post(USERS, body);
    assertEquals(200, made.status(), made.text());
    return made.json();
  }

  private String path(JsonNode user) {
    return USERS + "/" + user.get("id").asText();
  }

  @Test
  void aPasswordIsSetAndVerified() {
    JsonNode user = create("{}");
    Answer none = api.post(path(user) + "/password/verify", "{\"password\":\"secret\"}");
    assertEquals(422, none.status());
    assertEquals("session.invalid_credentials", none.code());
    assertEquals("{\"hasPassword\":false}", api.get(path(user) + "/has-password").text());
    Answer set = api.patch(path(user) + "/password", "{\"password\":\"secret\"}");
    assertEquals(200, set.status(), set.text());
    assertTrue(set.json().get("hasPassword").asBoolean());
    assertEquals(
        204, api.post(path(user) + "/password/verify", "{\"password\":\"secret\"}").status());
    assertEquals(
        422, api.post(path(user) + "/password/verify", "{\"password\":\"Secret\"}").status());
    JsonNode shown = api.get(path(user) + "?includePasswordHash=1").json();
    assertTrue(shown.get("passwordDigest").asText().startsWith("$argon2"));
    assertEquals("Argon2id", shown.get("passwordAlgorithm").asText());
    JsonNode hidden = api.get(path(create("{}")) + "?includePasswordHash=true").json();
    assertTrue(hidden.get("passwordDigest").isNull());
    Answer expired = api.patch(path(user) + "/password/expiration", "{\"isExpired\":true}");
    assertEquals("sign_in_experiences.password_expiration_not_enabled", expired.code());
  }

  @Test
  void anImportedDigestWorksAndIsReplaced() {
    JsonNode user =
        create(
            "{\"passwordDigest\":\"5ebe2294ecd0e0f08eab7690d2a6ee69\",\"passwordAlgorithm\":\"MD5\"}");
    assertEquals(
        204, api.post(path(user) + "/password/verify", "{\"password\":\"secret\"}").status());
    assertEquals(
        "Argon2id",
        api.get(path(user) + "?includePasswordHash=yes").json().get("passwordAlgorithm").asText());
    assertEquals(
        204, api.post(path(user) + "/password/verify", "{\"password\":\"secret\"}").status());
  }
}
