package io.gatehouse.oidc.authorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Map;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The forms in which requests to the provider may come. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class RequestFormFlowTest {
  @Inject Provider provider;

  private TestClient spa;
  private String user;

  @BeforeEach
  void prepare() {
    spa = provider.application("SPA");
    user = provider.person();
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.1")
  void anAuthorizationRequestMayBePosted() {
    String url = spa.authorizationUrl();
    HttpResponse<String> posted = provider.browser().post("/oidc/auth", TestClient.query(url));
    assertEquals(303, posted.statusCode(), posted.body());
    EmulatedBrowser browser = provider.browser();
    browser.post("/oidc/auth", TestClient.query(url));
    String back = Provider.location(browser.get(provider.signedIn().byPage(browser, spa.id, user)));
    assertTrue(TestClient.query(back).containsKey("code"), back);
  }

  @Test
  void aTokenRequestMayBeJson() throws Exception {
    String code = provider.code(user, provider.browser(), spa);
    String body =
        """
        {"grant_type": "authorization_code", "client_id": "%s", "code": "%s", "redirect_uri": "%s", "code_verifier": "%s"}
        """
            .formatted(spa.id, code, Provider.CALLBACK, TestClient.VERIFIER);
    HttpResponse<String> answer = post("application/json", body);
    assertEquals(200, answer.statusCode(), answer.body());
  }

  @Test
  void aBodyOfMoreThan56KilobytesIsRefused() throws Exception {
    String long_ = "grant_type=refresh_token&refresh_token=" + "x".repeat(56 * 1024);
    HttpResponse<String> answer = post("application/x-www-form-urlencoded", long_);
    assertEquals(400, answer.statusCode());
    assertTrue(answer.body().contains("invalid_request"), answer.body());
  }

  @Test
  void severalResourcesMayBeJoinedByACommaInAQuery() {
    String one = resource("one");
    String two = resource("two");
    String code = provider.code(user, provider.browser(), spa, "resource", one + "," + two);
    Answer tokens = spa.exchange(code);
    for (String indicator : new String[] {one, two}) {
      Answer refreshed = spa.refresh(tokens.text("refresh_token"), "resource", indicator);
      JsonNode claims = TestClient.payload(refreshed.text("access_token"));
      assertEquals(indicator, claims.get("aud").asText());
      tokens = refreshed;
    }
  }

  @Test
  void whereNoResourceIsNamedTheTenantsDefaultIsMeant() {
    String indicator = resource("default");
    String id = idOf(indicator);
    isDefault(id, true);
    try {
      TestClient machine = provider.application("MachineToMachine");
      Answer token =
          machine.token(
              Map.of(
                  "grant_type",
                  "client_credentials",
                  "client_id",
                  machine.id,
                  "client_secret",
                  provider.secretOf(machine)));
      assertEquals(200, token.status(), token.json().toString());
      assertEquals(indicator, TestClient.payload(token.text("access_token")).get("aud").asText());
    } finally {
      isDefault(id, false);
    }
  }

  private void isDefault(String id, boolean wanted) {
    ApiClient.Answer changed =
        provider
            .api()
            .patch("/api/resources/" + id + "/is-default", "{\"isDefault\":" + wanted + "}");
    assertEquals(200, changed.status(), changed.text());
  }

  private String resource(String name) {
    String indicator = "https://" + name + ".example/" + user;
    provider.made(
        "/api/resources", "{\"name\":\"" + name + "\",\"indicator\":\"" + indicator + "\"}");
    return indicator;
  }

  private String idOf(String indicator) {
    for (JsonNode each : provider.api().get("/api/resources").json()) {
      if (each.get("indicator").asText().equals(indicator)) {
        return each.get("id").asText();
      }
    }
    throw new AssertionError(indicator);
  }

  private static HttpResponse<String> post(String type, String body) throws Exception {
    String base = ConfigProvider.getConfig().getValue("test.url", String.class);
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create(base + "/oidc/token"))
                .header("Content-Type", type)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build(),
            HttpResponse.BodyHandlers.ofString());
  }
}
