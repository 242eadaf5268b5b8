package io.gatehouse.experience;

import static io.gatehouse.experience.CustomPage.id;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.Mailbox;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a newcomer is told first where several things stand in the way. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class RegistrationOrderFlowTest {
  private static final String OPEN = "open.example";
  private static final String BLOCKED = "blocked.example";

  @Inject ApiClients clients;

  private final CustomPage page = new CustomPage();
  private final Mailbox mailbox = new Mailbox();
  private ApiClient api;
  private String connector = "";

  @BeforeEach
  void prepare() {
    api = clients.management();
    Answer made =
        api.post(
            "/api/connectors",
            "{\"connectorId\":\"http-email\",\"config\":" + mailbox.config() + "}");
    assertEquals(200, made.status(), made.text());
    connector = made.json().get("id").asText();
    settings("{\"emailBlocklistPolicy\":{\"customBlocklist\":[\"@" + BLOCKED + "\"]}}");
  }

  @AfterEach
  void restore() {
    settings("{\"emailBlocklistPolicy\":{}}");
    api.delete("/api/connectors/" + connector);
    mailbox.close();
  }

  @Test
  void anAddressThatMayNotRegisterIsRefusedBeforeItsProofIsLookedAt() {
    assertEquals("session.email_blocklist.email_not_allowed", refusal(BLOCKED));
    assertEquals("session.verification_failed", refusal(OPEN));
  }

  /** Registers with an address to which a code was sent that nobody has typed. */
  private String refusal(String domain) {
    page.begin("SignIn");
    String sent =
        id(
            page.post(
                "/verification/verification-code",
                "{\"identifier\":{\"type\":\"email\",\"value\":\"%s@%s\"},\"interactionEvent\":\"SignIn\"}"
                    .formatted(Ids.shortId(), domain)));
    Seen turned = page.turn("Register");
    assertEquals(204, turned.status(), turned.text());
    return page.post("/identification", "{\"verificationId\":\"" + sent + "\"}").code();
  }

  private void settings(String json) {
    Answer changed = api.patch("/api/sign-in-exp", json);
    assertEquals(200, changed.status(), changed.text());
  }
}
