package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.ProviderPlaces;
import io.gatehouse.testing.Publisher;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that nobody registered signs people in by the address of its description. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class DescribedClientFlowTest {
  private static final String BACK = "http://127.0.0.1/callback";
  private static final String VERIFIER = "nsYEJZrCxXWO8KRmQulowrOF5zqIYohVdm1lBAWEwGI";
  private static final String CHALLENGE = String.valueOf(io.gatehouse.protocol.Pkce.s256(VERIFIER));

  @Inject ApiClients clients;
  @Inject People people;
  @Inject ProviderPlaces places;

  private final String clientId = "https://agent.example/" + Ids.shortId() + "/client.json";
  private final Publisher publisher = new Publisher(document(clientId, "Agent"));
  private Browser browser = new Browser();
  private ApiClient api;
  private User person;

  @BeforeEach
  void prepare() {
    api = clients.management();
    person = people.anybody();
    places.move(clientId, publisher.url());
    assertEquals(200, api.patch("/api/configs/cimd", "{\"enabled\":true}").status());
    api.post("/api/cimd/user-consent-scopes", "{\"userScopes\":[\"profile\"]}");
  }

  @AfterEach
  void restore() {
    api.patch("/api/configs/cimd", "{\"enabled\":false}");
    api.delete("/api/cimd/user-consent-scopes/user-scopes/profile");
    places.restore();
    publisher.close();
  }

  @Test
  void aPersonSignsInConsentsAndTheClientGetsItsTokens() {
    Seen page =
        consentPage(clientId, "http://127.0.0.1:49152/callback", "openid profile offline_access");
    assertEquals(200, page.status(), page.text());
    assertTrue(page.text().contains("Agent"), page.text());
    assertTrue(page.text().contains("agent.example"), "the page names the host");
    Seen back = allow();
    assertTrue(back.location().startsWith("http://127.0.0.1:49152/callback?"), back.location());
    JsonNode tokens =
        exchange(String.valueOf(back.parameter("code")), "http://127.0.0.1:49152/callback");
    assertTrue(tokens.hasNonNull("access_token"), tokens.toString());
    assertTrue(tokens.hasNonNull("refresh_token"), tokens.toString());
    JsonNode refreshed =
        token("grant_type=refresh_token&refresh_token=" + tokens.get("refresh_token").asText());
    assertTrue(refreshed.hasNonNull("access_token"), refreshed.toString());
    JsonNode grants = api.get("/api/users/" + person.id() + "/grants").json();
    assertEquals(clientId, grants.at("/grants/0/application/id").asText(), grants.toString());
    assertEquals("Agent", grants.at("/grants/0/application/name").asText());
    assertTrue(
        api.get("/api/users/" + person.id() + "/grants?appType=firstParty")
            .json()
            .get("grants")
            .isEmpty());
    assertEquals(1, publisher.calls(), "the document is kept");
  }

  @Test
  @Spec("OpenID Connect Registration §2.1")
  void itIntroducesItselfInTheReadersLanguage() {
    publisher.publish(
        document(clientId, "Agent")
            .replaceFirst(
                "\\{",
                """
                {"logo_uri": "https://agent.example/logo.svg", "policy_uri": "https://agent.example/privacy",
                 "tos_uri": "javascript:alert(1)", "client_name#en": "The agent",
                """));
    Seen page = consentPage(clientId, BACK, "openid profile");
    assertTrue(page.text().contains("The agent"), page.text());
    assertTrue(page.text().contains("src=\"/application-logo/"), page.text());
    assertTrue(page.text().contains("href=\"https://agent.example/privacy\""), page.text());
    assertFalse(page.text().contains("agent.example/logo.svg"), page.text());
    assertFalse(page.text().contains("javascript:"), page.text());
  }

  @Test
  void peopleAreAskedEachTime() {
    consentPage(clientId, BACK, "openid profile");
    assertNotNull(allow().parameter("code"));
    Seen again = browser.follow(browser.get(url(clientId, BACK, "openid profile")));
    assertTrue(again.text().contains("agent.example"), again.text());
    assertNotNull(allow().parameter("code"), "each consent has a grant of its own");
    assertEquals(2, api.get("/api/users/" + person.id() + "/grants").json().get("grants").size());
  }

  @Test
  void aScopeBeyondTheTenantsListIsRefused() {
    Seen back = authorize(clientId, BACK, "openid email");
    assertEquals("invalid_scope", back.parameter("error"), back.text());
    api.delete("/api/cimd/user-consent-scopes/user-scopes/profile");
    assertEquals("invalid_scope", authorize(clientId, BACK, "openid profile").parameter("error"));
  }

  @Test
  void withoutTheSwitchTheClientIsUnknownAndNothingIsFetched() {
    api.patch("/api/configs/cimd", "{\"enabled\":false}");
    assertEquals("oidc.invalid_client", authorize(clientId, BACK, "openid").code());
    assertEquals(0, publisher.calls());
    assertFalse(metadata().has("client_id_metadata_document_supported"));
    api.patch("/api/configs/cimd", "{\"enabled\":true}");
    assertTrue(metadata().get("client_id_metadata_document_supported").asBoolean());
  }

  @Test
  void aRedirectUriIsTakenLetterByLetter() {
    for (String other :
        List.of(
            "http://127.0.0.1/Callback",
            "http://127.0.0.1/callback/",
            "http://127.0.0.1/callback?x=1",
            "http://127.0.0.1:80a/callback",
            "http://127.0.0.1@evil.example/callback",
            "https://127.0.0.1/callback",
            "http://localhost/callback",
            "https://evil.example/callback")) {
      Seen refused = authorize(clientId, other, "openid");
      assertEquals("oidc.invalid_redirect_uri", refused.code(), other + " " + refused.location());
    }
    assertTrue(
        authorize(clientId, "http://127.0.0.1:1234/callback", "openid")
            .location()
            .startsWith("/sign-in"));
  }

  @Test
  void documentsOfOthersOrWithSecretsDescribeNobody() {
    for (String text :
        List.of(
            document("https://agent.example/other.json", "Other"),
            document(clientId + "/", "Other"),
            "{\"client_id\":\"" + clientId + "\"}",
            "{\"client_id\":\"" + clientId + "\",\"redirect_uris\":[]}",
            "{\"client_id\":\"" + clientId + "\",\"redirect_uris\":[\"https://*.example/cb\"]}",
            "{\"client_id\":\"" + clientId + "\",\"redirect_uris\":[\"javascript:alert(1)\"]}",
            document(clientId, "x").replace("}", ",\"client_secret\":\"s\"}"),
            document(clientId, "x")
                .replace("}", ",\"token_endpoint_auth_method\":\"client_secret_basic\"}"),
            "no json",
            "")) {
      String id = "https://agent.example/" + Ids.shortId();
      publisher.publish(text.replace(clientId, id));
      places.move(id, publisher.url());
      assertEquals("oidc.invalid_client", authorize(id, BACK, "openid").code(), text);
    }
  }

  @Test
  void addressesThatOnlyTheServerReachesAreNotAsked() {
    for (String id :
        List.of(
            "https://127.0.0.1/client.json",
            "https://[::1]/client.json",
            "https://169.254.169.254/latest/meta-data",
            "https://10.0.0.1/x",
            "https://agent.example",
            "https://agent.example/",
            "https://agent.example/../x",
            "https://user@agent.example/x",
            "https://agent.example/x#y")) {
      assertEquals("oidc.invalid_client", authorize(id, BACK, "openid").code(), id);
    }
  }

  private Seen consentPage(String client, String redirectUri, String scope) {
    Seen asked = authorize(client, redirectUri, scope);
    browser.get(asked.location());
    Seen signed =
        browser.post(
            "/sign-in?app_id=" + encode(client),
            "identifier",
            String.valueOf(person.username()),
            "password",
            People.PASSWORD);
    return browser.follow(signed);
  }

  private Seen allow() {
    return browser.follow(browser.post("/consent?app_id=" + encode(clientId), "decision", "allow"));
  }

  private Seen authorize(String client, String redirectUri, String scope) {
    return browser.get(url(client, redirectUri, scope) + "&prompt=consent");
  }

  private static String url(String client, String redirectUri, String scope) {
    return "/oidc/auth?response_type=code&state=st4te&code_challenge_method=S256&code_challenge="
        + CHALLENGE
        + "&client_id="
        + encode(client)
        + "&redirect_uri="
        + encode(redirectUri)
        + "&scope="
        + encode(scope);
  }

  private JsonNode exchange(String code, String redirectUri) {
    return token(
        "grant_type=authorization_code&code="
            + code
            + "&code_verifier="
            + VERIFIER
            + "&redirect_uri="
            + encode(redirectUri));
  }

  private JsonNode token(String form) {
    return clients
        .anonymous()
        .send(
            "POST",
            "/oidc/token",
            form + "&client_id=" + encode(clientId),
            "Content-Type",
            "application/x-www-form-urlencoded")
        .json();
  }

  private JsonNode metadata() {
    return clients.anonymous().get("/oidc/.well-known/openid-configuration").json();
  }

  private static String document(String id, String name) {
    return "{\"client_id\":%s,\"client_name\":%s,\"redirect_uris\":[%s],\"grant_types\":[\"client_credentials\"],\"scope\":\"all\"}"
        .formatted(JsonCodec.text(id), JsonCodec.text(name), JsonCodec.text(BACK));
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
