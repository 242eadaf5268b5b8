package io.gatehouse.user.administration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class PasswordCheckApiTest {
  private static final String CHECK = "/api/sign-in-exp/default/check-password";

  @Inject ApiClients clients;
  @Inject People people;

  private ApiClient api;

  @BeforeEach
  void prepare() {
    api = clients.management();
  }

  @Test
  void aPasswordIsAcceptedOrToldWhatIsWrongWithIt() {
    User somebody = people.anybody();
    String with = "\",\"userId\":\"" + somebody.id() + "\"}";
    Answer good = api.post(CHECK, "{\"password\":\"rivers-of-Babylon-77" + with);
    assertEquals(200, good.status(), good.text());
    assertEquals("{\"result\":true}", good.text());
    Answer bad = api.post(CHECK, "{\"password\":\"short" + with);
    assertEquals(400, bad.status());
    assertEquals(false, bad.json().get("result").asBoolean(true));
    assertEquals("password_rejected.too_short", bad.json().at("/issues/0/code").asText());
    assertEquals(8, bad.json().at("/issues/0/interpolation/min").asInt());
    Answer personal = api.post(CHECK, "{\"password\":\"" + somebody.username() + "1" + with);
    assertTrue(personal.text().contains("password_rejected.restricted.user_info"), personal.text());
  }

  @Test
  void whoseItIsMustBeKnownAndThePersonMustExist() {
    Answer nameless = api.post(CHECK, "{\"password\":\"rivers-of-Babylon-77\"}");
    assertEquals(400, nameless.status());
    assertEquals("request.invalid_input", nameless.code());
    assertTrue(nameless.json().at("/data/message").isTextual());
    assertEquals(404, api.post(CHECK, "{\"password\":\"x\",\"userId\":\"nobody\"}").status());
  }
}
