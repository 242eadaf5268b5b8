package io.gatehouse.oidc.basic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.interaction.InteractionResult;
import io.gatehouse.oidc.EmulatedBrowser;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Single claims that a strict client asks for, of the person and of the sign-in. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class ClaimsParameterFlowTest {
  @Inject Provider provider;

  private StrictClient client;
  private TestClient web;
  private String user;

  @BeforeEach
  void prepare() {
    client = new StrictClient(provider);
    web = client.web;
    user = client.user;
  }

  @Test
  @Spec("OpenID Connect Core §5.5")
  void singleClaimsAreToldWhereTheyAreAskedFor() {
    String claims =
        """
        {"userinfo": {"name": {"essential": true}, "nothing_known": null},
         "id_token": {"nickname": null, "auth_time": {"essential": true}, "acr": null, "amr": null}}
        """;
    Answer tokens = client.exchange(client.code("scope", "openid", "claims", claims));
    JsonNode told = web.userinfo(tokens.text("access_token")).json();
    assertEquals("Ann Lee", told.path("name").asText(), told.toString());
    assertFalse(told.has("nickname") || told.has("nothing_known"), told.toString());
    JsonNode idToken = TestClient.payload(tokens.text("id_token"));
    assertEquals("ann", idToken.path("nickname").asText(), idToken.toString());
    assertFalse(idToken.has("name"));
    assertTrue(idToken.path("auth_time").isIntegralNumber());
    assertEquals("urn:gatehouse:acr:single-factor", idToken.path("acr").asText());
    assertEquals("[\"pwd\"]", idToken.path("amr").toString());
  }

  @Test
  @Spec("OpenID Connect Core §5.5")
  void singleClaimsAreToldAgainAfterARefresh() {
    String claims = "{\"userinfo\":{\"name\":null},\"id_token\":{\"nickname\":null}}";
    Answer first =
        client.exchange(
            client.code("scope", "openid offline_access", "prompt", "consent", "claims", claims));
    Answer fresh =
        web.token(
            Map.of("grant_type", "refresh_token", "refresh_token", first.text("refresh_token")),
            "Authorization",
            client.basic);
    assertEquals("ann", TestClient.payload(fresh.text("id_token")).path("nickname").asText());
    assertEquals("Ann Lee", web.userinfo(fresh.text("access_token")).text("name"));
  }

  @Test
  @Spec("OpenID Connect Core §5.5")
  void anotherApplicationGetsByNameNoMoreThanItsScopesOpen() {
    TestClient theirs = provider.application("SPA", ", \"isThirdParty\": true");
    provider
        .api()
        .post(
            "/api/applications/" + theirs.id + "/user-consent-scopes",
            "{\"userScopes\":[\"profile\"]}");
    EmulatedBrowser browser = provider.browser();
    browser.get(
        theirs.authorizationUrl(
            "scope",
            "openid profile",
            "claims",
            "{\"userinfo\":{\"email\":null},\"id_token\":{\"email\":null,\"nickname\":null}}"));
    HttpResponse<String> toConsent =
        browser.get(provider.signedIn().byPage(browser, theirs.id, user));
    assertEquals("/consent?app_id=" + theirs.id, Provider.location(toConsent));
    HttpResponse<String> back =
        browser.get(
            provider.signedIn().finish(browser, theirs.id, InteractionResult.consent(List.of())));
    Answer tokens =
        theirs.exchange(Provider.present(TestClient.query(Provider.location(back)).get("code")));
    JsonNode idToken = TestClient.payload(tokens.text("id_token"));
    assertTrue(idToken.has("nickname") && !idToken.has("email"), idToken.toString());
    assertFalse(theirs.userinfo(tokens.text("access_token")).json().has("email"));
  }

  @Test
  @Spec("OpenID Connect Core §5.5.1.1")
  void aStrengthThatIsEssentialAndNotReachedEndsInAnError() {
    String claims = "{\"id_token\":{\"acr\":{\"essential\":true,\"values\":[\"%s\"]}}}";
    EmulatedBrowser browser = provider.browser();
    provider.code(user, browser, web);
    String wanted =
        claims.formatted("http://schemas.openid.net/pape/policies/2007/06/multi-factor");
    browser.get(web.authorizationUrl("claims", wanted));
    HttpResponse<String> back = browser.get(provider.signedIn().byPage(browser, web.id, user));
    assertEquals(
        "unmet_authentication_requirements",
        TestClient.query(Provider.location(back)).get("error"),
        Provider.location(back));
    provider.assertError(web, browser, "login_required", "prompt", "none", "claims", wanted);
    String reached = claims.formatted("urn:gatehouse:acr:single-factor");
    assertTrue(
        Provider.location(browser.get(web.authorizationUrl("claims", reached))).contains("code="));
  }

  @Test
  @Spec("OpenID Connect Core §5.5")
  void aClaimsParameterThatIsNoObjectIsRefused() {
    EmulatedBrowser browser = provider.browser();
    for (String claims :
        new String[] {
          "nonsense", "[]", "{\"userinfo\":3}", "{\"id_token\":[]}", "[".repeat(1_200)
        }) {
      provider.assertError(web, browser, "invalid_request", "claims", claims);
    }
  }

  @Test
  @Spec("OpenID Connect Core §3.1.2.2")
  void aSubjectThatIsAskedForIsTheOnlyOneAnswered() {
    EmulatedBrowser browser = provider.browser();
    String hint = client.exchange(provider.code(user, browser, web)).text("id_token");
    assertTrue(
        Provider.location(
                browser.get(web.authorizationUrl("prompt", "none", "id_token_hint", hint)))
            .contains("code="));
    String other = provider.person();
    EmulatedBrowser theirs = provider.browser();
    provider.code(other, theirs, web);
    provider.assertError(web, theirs, "login_required", "prompt", "none", "id_token_hint", hint);
    provider.assertError(
        web,
        theirs,
        "login_required",
        "prompt",
        "none",
        "claims",
        "{\"id_token\":{\"sub\":{\"value\":\"" + user + "\"}}}");
  }
}
