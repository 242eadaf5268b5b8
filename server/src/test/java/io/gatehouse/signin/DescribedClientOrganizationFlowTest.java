package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClient.Answer;
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
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A client that nobody registered acts in the one organization that the person chose. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class DescribedClientOrganizationFlowTest {
  private static final String BACK = "http://127.0.0.1/callback";
  private static final String VERIFIER = "nsYEJZrCxXWO8KRmQulowrOF5zqIYohVdm1lBAWEwGI";
  private static final String CHALLENGE = String.valueOf(io.gatehouse.protocol.Pkce.s256(VERIFIER));
  private static final String ORGANIZATIONS = "urn:logto:scope:organizations";
  private static final String CEILINGS = "/api/cimd/user-consent-scopes";

  @Inject ApiClients clients;
  @Inject People people;
  @Inject ProviderPlaces places;

  private final String clientId = "https://agent.example/" + Ids.shortId() + "/client.json";
  private final String api = "https://bread.example/" + Ids.shortId();
  private final String bake = "bake:" + Ids.shortId();
  private final String burn = "burn:" + Ids.shortId();
  private final Browser browser = new Browser();
  private final Publisher publisher =
      new Publisher(
          "{\"client_id\":%s,\"client_name\":\"Agent\",\"redirect_uris\":[%s]}"
              .formatted(JsonCodec.text(clientId), JsonCodec.text(BACK)));
  private ApiClient management;
  private User person;
  private String bakers;
  private String millers;
  private String bakeId;
  private String orderId;

  @BeforeEach
  void prepare() {
    management = clients.management();
    person = people.anybody();
    places.move(clientId, publisher.url());
    management.patch("/api/configs/cimd", "{\"enabled\":true}");
    bakeId = made("/api/organization-scopes", "{\"name\":\"%s\"}".formatted(bake));
    String burnId = made("/api/organization-scopes", "{\"name\":\"%s\"}".formatted(burn));
    String resource =
        made("/api/resources", "{\"name\":\"Bread\",\"indicator\":\"%s\"}".formatted(api));
    orderId = made("/api/resources/" + resource + "/scopes", "{\"name\":\"order\"}");
    String baker =
        made(
            "/api/organization-roles",
            "{\"name\":\"%s\",\"organizationScopeIds\":[\"%s\",\"%s\"],\"resourceScopeIds\":[\"%s\"]}"
                .formatted(Ids.shortId(), bakeId, burnId, orderId));
    String miller =
        made(
            "/api/organization-roles",
            "{\"name\":\"%s\",\"organizationScopeIds\":[\"%s\"]}".formatted(Ids.shortId(), bakeId));
    bakers = organization("Bakers", baker);
    millers = organization("Millers", miller);
    Answer allowed =
        management.post(
            CEILINGS,
            """
            {"userScopes":["%s"],"organizationScopes":["%s"],"organizationResourceScopes":["%s"]}
            """
                .formatted(ORGANIZATIONS, bakeId, orderId));
    assertEquals(201, allowed.status(), allowed.text());
  }

  @AfterEach
  void restore() {
    management.patch("/api/configs/cimd", "{\"enabled\":false}");
    management.delete(CEILINGS + "/user-scopes/" + ORGANIZATIONS);
    management.delete(CEILINGS + "/organization-scopes/" + bakeId);
    management.delete(CEILINGS + "/organization-resource-scopes/" + orderId);
    places.restore();
    publisher.close();
  }

  @Test
  void theChosenOrganizationOpensWithinTheTenantsCeilings() {
    Seen page = signedIn();
    assertEquals(200, page.status(), page.text());
    assertTrue(page.text().contains("Bakers") && page.text().contains("Millers"), page.text());
    JsonNode tokens = chosen(bakers);
    JsonNode here = refreshed(tokens, bakers, 200);
    JsonNode claims = claims(here);
    assertEquals("urn:logto:organization:" + bakers, claims.get("aud").asText());
    assertEquals(bake, claims.get("scope").asText(), "what the ceilings leave of the role");
    JsonNode there = refreshed(here, millers, 403);
    assertEquals("access_denied", there.get("error").asText());
    management.delete(CEILINGS + "/organization-scopes/" + bakeId);
    JsonNode shut = refreshed(here, bakers, 200);
    assertEquals("", claims(shut).path("scope").asText());
    management.delete("/api/organizations/" + bakers + "/users/" + person.id());
    assertEquals("access_denied", refreshed(shut, bakers, 403).get("error").asText());
  }

  @Test
  void eachGrantHasItsOrganization() {
    signedIn();
    JsonNode atBakers = chosen(bakers);
    browser.follow(browser.get(url()));
    JsonNode atMillers = chosen(millers);
    JsonNode bakersAgain = refreshed(atBakers, bakers, 200);
    refreshed(bakersAgain, millers, 403);
    JsonNode millersAgain = refreshed(atMillers, millers, 200);
    refreshed(millersAgain, bakers, 403);
    JsonNode grants = management.get("/api/users/" + person.id() + "/grants").json().get("grants");
    assertEquals(2, grants.size(), grants.toString());
    assertEquals("Agent", grants.at("/0/application/name").asText());
    // What a role of another organization gives at an API is not in the grant.
    assertEquals("order", claims(resource(bakersAgain)).get("scope").asText());
    assertEquals("", claims(resource(millersAgain)).path("scope").asText());
  }

  @Test
  void withoutAChoiceEveryOrganizationStaysShut() {
    signedIn();
    JsonNode tokens = chosen("");
    refreshed(tokens, bakers, 403);
    refreshed(tokens, millers, 403);
  }

  @Test
  void aPageOfOnesOwnChoosesOneThatThePersonBelongsTo() {
    signedIn();
    Seen info = browser.get("/api/interaction/consent?app_id=" + encode(clientId));
    assertEquals("Bakers", info.json().at("/organizations/0/name").asText(), info.text());
    Seen both = consented("\"" + bakers + "\",\"" + millers + "\"");
    assertEquals(400, both.status(), both.text());
    String foreign = made("/api/organizations", "{\"name\":\"Foreign\"}");
    Seen refused = consented("\"" + foreign + "\"");
    assertEquals("organization.require_membership", refused.code(), refused.text());
    Seen allowed = consented("\"" + millers + "\"");
    assertEquals(200, allowed.status(), allowed.text());
    Seen back = browser.follow(browser.get(allowed.json().get("redirectTo").asText()));
    JsonNode tokens = exchanged(back);
    refreshed(refreshed(tokens, millers, 200), bakers, 403);
  }

  private Seen consented(String organizations) {
    return browser.api(
        "POST",
        "/api/interaction/consent?app_id=" + encode(clientId),
        "{\"organizationIds\":[" + organizations + "]}");
  }

  private Seen signedIn() {
    browser.get(browser.get(url()).location());
    return browser.follow(
        browser.post(
            "/sign-in?app_id=" + encode(clientId),
            "identifier",
            String.valueOf(person.username()),
            "password",
            People.PASSWORD));
  }

  private JsonNode chosen(String organization) {
    return exchanged(
        browser.follow(
            browser.post(
                "/consent?app_id=" + encode(clientId),
                "decision",
                "allow",
                "organization",
                organization)));
  }

  private String url() {
    return "/oidc/auth?response_type=code&prompt=consent&code_challenge_method=S256&code_challenge="
        + CHALLENGE
        + "&client_id="
        + encode(clientId)
        + "&redirect_uri="
        + encode(BACK)
        + "&resource="
        + encode(api)
        + "&scope="
        + encode("openid offline_access order " + ORGANIZATIONS + " " + bake + " " + burn);
  }

  private JsonNode exchanged(Seen back) {
    String code = back.parameter("code");
    assertTrue(code != null, back.location() + back.text());
    String form =
        "grant_type=authorization_code&code=%s&code_verifier=%s&redirect_uri=%s"
            .formatted(code, VERIFIER, encode(BACK));
    JsonNode tokens = token(form).json();
    assertFalse(tokens.has("error"), tokens.toString());
    return tokens;
  }

  private JsonNode refreshed(JsonNode tokens, String organization, int status) {
    Answer answer = token(refreshing(tokens) + "&organization_id=" + organization);
    assertEquals(status, answer.status(), answer.text());
    return answer.json();
  }

  private JsonNode resource(JsonNode tokens) {
    Answer answer = token(refreshing(tokens) + "&resource=" + encode(api));
    assertEquals(200, answer.status(), answer.text());
    return answer.json();
  }

  private static String refreshing(JsonNode tokens) {
    return "grant_type=refresh_token&refresh_token=" + tokens.get("refresh_token").asText();
  }

  private Answer token(String form) {
    return clients
        .anonymous()
        .send(
            "POST",
            "/oidc/token",
            form + "&client_id=" + encode(clientId),
            "Content-Type",
            "application/x-www-form-urlencoded");
  }

  private static JsonNode claims(JsonNode tokens) {
    String part = tokens.get("access_token").asText().split("\\.")[1];
    return JsonCodec.tree(new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8));
  }

  private String organization(String name, String role) {
    String id = made("/api/organizations", "{\"name\":\"%s\"}".formatted(name));
    String users = "/api/organizations/" + id + "/users";
    management.post(users, "{\"userIds\":[\"%s\"]}".formatted(person.id()));
    management.post(
        users + "/" + person.id() + "/roles", "{\"organizationRoleIds\":[\"%s\"]}".formatted(role));
    return id;
  }

  private String made(String path, String body) {
    Answer answer = management.post(path, body);
    assertEquals(2, answer.status() / 100, answer.text());
    return answer.json().path("id").asText();
  }

  private static String encode(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
