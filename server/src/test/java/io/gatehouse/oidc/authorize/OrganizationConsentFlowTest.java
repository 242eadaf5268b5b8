package io.gatehouse.oidc.authorize;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.platform.id.Ids;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.user.User;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A third-party application acts in the organization that the person chose, and in no other. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class OrganizationConsentFlowTest {
  @Inject Provider provider;
  @Inject People people;

  private final Browser browser = new Browser();
  private TestClient client;
  private User person;
  private String bakers;
  private String millers;
  private String bake;

  @BeforeEach
  void prepare() {
    client = provider.application("SPA", ",\"isThirdParty\":true");
    person = people.anybody();
    bake = "bake:" + Ids.shortId();
    String secret = "secret:" + Ids.shortId();
    String scope =
        provider.made(
            "/api/organization-scopes",
            "{\"name\":\"%s\",\"description\":\"Bake bread\"}".formatted(bake));
    String unlisted =
        provider.made("/api/organization-scopes", "{\"name\":\"%s\"}".formatted(secret));
    String role =
        provider.made(
            "/api/organization-roles",
            "{\"name\":\"%s\",\"organizationScopeIds\":[\"%s\",\"%s\"]}"
                .formatted(Ids.shortId(), scope, unlisted));
    bakers = organization("Bakers", role);
    millers = organization("Millers", role);
    assertEquals(
        201,
        provider
            .api()
            .post(
                "/api/applications/" + client.id + "/user-consent-scopes",
                """
                {"organizationScopes":["%s"],"userScopes":["urn:logto:scope:organizations"]}
                """
                    .formatted(scope))
            .status());
    authorize("openid offline_access urn:logto:scope:organizations " + bake + " " + secret);
  }

  @Test
  void theChosenOrganizationOpensAndTheOtherStaysShut() {
    Seen page = browser.get("/consent?app_id=" + client.id);
    assertEquals(200, page.status(), page.text());
    assertTrue(page.text().contains("Bakers") && page.text().contains("Millers"), page.text());
    assertTrue(page.text().contains("Bake bread"), page.text());
    Seen decided =
        browser.post("/consent?app_id=" + client.id, "decision", "allow", "organization", bakers);
    Answer tokens = exchange(browser.get(decided.location()));
    Answer here = client.refresh(tokens.text("refresh_token"), "organization_id", bakers);
    assertEquals(200, here.status(), here.json().toString());
    assertEquals(bake, TestClient.payload(here.text("access_token")).get("scope").asText());
    Answer there = client.refresh(here.text("refresh_token"), "organization_id", millers);
    assertEquals(403, there.status());
    assertEquals("access_denied", there.error());
    JsonNode kept =
        provider
            .api()
            .get(
                "/api/applications/"
                    + client.id
                    + "/users/"
                    + person.id()
                    + "/consent-organizations")
            .json();
    assertEquals(bakers, kept.at("/organizations/0/id").asText());
    provider.api().delete("/api/organizations/" + bakers + "/users/" + person.id());
    assertEquals(
        403, client.refresh(here.text("refresh_token"), "organization_id", bakers).status());
  }

  @Test
  void aPageOfOnesOwnNamesTheOrganization() {
    browser.get("/consent?app_id=" + client.id);
    Seen info = browser.get("/api/interaction/consent");
    assertEquals("Bakers", info.json().at("/organizations/0/name").asText(), info.text());
    assertEquals("Millers", info.json().at("/organizations/1/name").asText());
    String foreign = provider.made("/api/organizations", "{\"name\":\"Foreign\"}");
    Seen refused =
        browser.api(
            "POST",
            "/api/interaction/consent",
            "{\"organizationIds\":[\"%s\",\"%s\"]}".formatted(millers, foreign));
    assertEquals("organization.require_membership", refused.code(), refused.text());
    Seen allowed =
        browser.api(
            "POST",
            "/api/interaction/consent",
            "{\"organizationIds\":[\"%s\"]}".formatted(millers));
    assertEquals(200, allowed.status(), allowed.text());
    Answer tokens = exchange(browser.get(allowed.json().get("redirectTo").asText()));
    assertEquals(
        200, client.refresh(tokens.text("refresh_token"), "organization_id", millers).status());
    assertEquals(
        403, client.refresh(tokens.text("refresh_token"), "organization_id", bakers).status());
  }

  @Test
  void whereNoOrganizationIsAskedForNoneIsShown() {
    Browser other = new Browser();
    other.follow(other.get(client.authorizationUrl("scope", "openid offline_access")));
    signIn(other);
    Seen page = other.get("/consent?app_id=" + client.id);
    assertFalse(page.text().contains("Bakers"), page.text());
    Seen info = other.get("/api/interaction/consent");
    assertEquals(client.id, info.json().at("/application/id").asText(), info.text());
    assertFalse(info.json().has("organizations"), info.text());
  }

  @Test
  void whoBelongsToNoneIsToldSo() {
    for (String organization : List.of(bakers, millers)) {
      provider.api().delete("/api/organizations/" + organization + "/users/" + person.id());
    }
    browser.get("/consent?app_id=" + client.id);
    Seen info = browser.get("/api/interaction/consent");
    assertEquals("[]", info.json().path("organizations").toString(), info.text());
  }

  private Answer exchange(Seen back) {
    String code = back.parameter("code");
    assertTrue(code != null, back.location() + back.text());
    Answer tokens = client.exchange(code);
    assertEquals(200, tokens.status(), tokens.json().toString());
    return tokens;
  }

  private void authorize(String scope) {
    browser.follow(
        browser.get(
            client.authorizationUrl(
                "scope", scope, "resource", "urn:logto:resource:organizations")));
    signIn(browser);
  }

  private void signIn(Browser at) {
    Seen done =
        at.post(
            "/sign-in?app_id=" + client.id,
            "identifier",
            String.valueOf(person.username()),
            "password",
            People.PASSWORD);
    Seen resumed = at.get(done.location());
    assertTrue(resumed.location().startsWith("/consent"), resumed.location() + resumed.text());
  }

  private String organization(String name, String role) {
    String id = provider.made("/api/organizations", "{\"name\":\"%s\"}".formatted(name));
    String users = "/api/organizations/" + id + "/users";
    provider.api().post(users, "{\"userIds\":[\"%s\"]}".formatted(person.id()));
    provider
        .api()
        .post(
            users + "/" + person.id() + "/roles",
            "{\"organizationRoleIds\":[\"%s\"]}".formatted(role));
    return id;
  }
}
