package io.gatehouse.connector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.People;
import io.gatehouse.testing.ProviderPlaces;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.StandInProvider;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class SocialLinkApiTest {
  private static final String TARGET = "github";
  private static final String DATA = "{\"code\":\"c0de\",\"redirectUri\":\"https://a.example/\"}";

  @Inject ApiClients clients;
  @Inject People people;
  @Inject ProviderPlaces places;

  private final StandInProvider provider = new StandInProvider();
  private ApiClient api;
  private String connector;

  @BeforeEach
  void configure() {
    api = clients.management();
    connector = made("github-universal", "{\"clientId\":\"us\",\"clientSecret\":\"secret\"}");
    places.move("https://github.com/login/oauth/access_token", provider.base() + "/token");
    places.move("https://api.github.com/user", provider.base() + "/me");
    places.move("https://api.github.com/user/emails", provider.base() + "/nothing");
  }

  @AfterEach
  void close() {
    api.delete("/api/connectors/" + connector);
    places.restore();
    provider.close();
  }

  @Test
  void thePersonIsLinkedToWhomTheProviderVouchesFor() {
    String subject = subject();
    String user = people.anybody().id();
    Answer linked = link(user, connector, DATA);
    assertEquals(200, linked.status(), linked.text());
    JsonNode identity = linked.json().path(TARGET);
    assertEquals(subject, identity.path("userId").asText());
    assertEquals("https://p.example/z", identity.at("/details/avatar").asText());
    assertEquals(
        identity, api.get("/api/users/" + user + "/identities/" + TARGET).json().get("identity"));
    assertTrue(api.get("/api/users/" + user).json().get("identities").has(TARGET));
  }

  @Test
  void anAccountThatSomebodyElseHasIsRefused() {
    subject();
    assertEquals(200, link(people.anybody().id(), connector, DATA).status());
    Answer taken = link(people.anybody().id(), connector, DATA);
    assertEquals(422, taken.status(), taken.text());
    assertEquals("user.identity_already_in_use", taken.code());
  }

  @Test
  void whatIsMissingAndWhatTheProviderRefusesIsTold() {
    String user = people.anybody().id();
    subject();
    assertEquals(404, link("nobody", connector, DATA).status());
    assertEquals(404, link(user, "none", DATA).status());
    assertEquals("guard.invalid_input", link(user, connector, "[]").code());
    Answer withoutCode = link(user, connector, "{\"redirectUri\":\"https://a.example/\"}");
    assertTrue(withoutCode.code().startsWith("connector."), withoutCode.text());
    provider.refuses(true);
    Answer refused = link(user, connector, DATA);
    assertTrue(refused.code().startsWith("connector."), refused.text());
    assertEquals("{}", api.get("/api/users/" + user).json().get("identities").toString());
  }

  @Test
  void aConnectorThatNeedsABrowsersSessionCannotVouchHere() {
    String bound =
        made(
            "oauth2",
            provider.config(),
            ",\"metadata\":{\"target\":\"t" + Ids.shortId() + "\",\"name\":{\"en\":\"S\"}}");
    Answer answer = link(people.anybody().id(), bound, DATA);
    assertEquals(501, answer.status(), answer.text());
    assertEquals("connector.not_implemented", answer.code());
    assertEquals(204, api.delete("/api/connectors/" + bound).status());
  }

  @Test
  void aConnectorThatKnowsNobodyIsRefused() {
    String mail = made("http-email", "{\"endpoint\":\"http://127.0.0.1:9/\"}");
    Answer answer = link(people.anybody().id(), mail, "{}");
    assertEquals(422, answer.status(), answer.text());
    assertEquals("session.invalid_connector_id", answer.code());
    assertEquals(204, api.delete("/api/connectors/" + mail).status());
  }

  private String subject() {
    String subject = "s-" + Ids.shortId();
    provider.person("{\"id\":\"" + subject + "\",\"avatar_url\":\"https://p.example/z\"}");
    return subject;
  }

  private Answer link(String user, String by, String data) {
    return api.post(
        "/api/users/" + user + "/identities",
        "{\"connectorId\":\"%s\",\"connectorData\":%s}".formatted(by, data));
  }

  private String made(String factory, String config) {
    return made(factory, config, "");
  }

  private String made(String factory, String config, String more) {
    Answer answer =
        api.post(
            "/api/connectors",
            "{\"connectorId\":\"%s\",\"config\":%s%s}".formatted(factory, config, more));
    assertEquals(200, answer.status(), answer.text());
    return answer.json().get("id").asText();
  }
}
