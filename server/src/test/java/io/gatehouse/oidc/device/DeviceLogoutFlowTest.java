package io.gatehouse.oidc.device;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.oidc.Provider;
import io.gatehouse.oidc.TestClient;
import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.HookReceiver;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What devices are told that stay connected after the browser has signed out. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class DeviceLogoutFlowTest {
  @Inject Provider provider;

  private Television television;

  @BeforeEach
  void prepare() {
    television = new Television(provider, "");
  }

  @Test
  @Spec("OpenID Connect Back-Channel Logout §2.5")
  void whatIsTakenBackLongAfterTheBrowserSignedOutIsTold() {
    try (HookReceiver receiver = new HookReceiver()) {
      television = new Television(provider, told(receiver));
      Answer tokens = television.connected("openid offline_access");
      String sid = TestClient.payload(tokens.text("id_token")).path("sid").asText();
      assertEquals(
          303, provider.signOut(television.browser, provider.application("SPA")).statusCode());
      receiver.await(any -> receiver.received().size() == 1);
      Answer fresh = television.client.refresh(tokens.text("refresh_token"));
      assertEquals(200, fresh.status(), "the device stays connected");

      String grants = "/api/users/" + television.user + "/grants";
      JsonNode grant = provider.api().get(grants).json().at("/grants/0");
      assertEquals(television.client.id, grant.at("/payload/clientId").asText());
      assertEquals(204, provider.api().delete(grants + "/" + grant.get("id").asText()).status());
      receiver.await(any -> receiver.received().size() == 2);
      assertEquals(television.user, logoutToken(receiver).path("sub").asText());
      assertEquals(sid, logoutToken(receiver).path("sid").asText());
      assertEquals(401, television.client.userinfo(fresh.text("access_token")).status());
    }
  }

  @Test
  @Spec("OpenID Connect Back-Channel Logout §2.5")
  void aSuspensionIsToldToDevicesWhoseBrowserSignedOut() {
    try (HookReceiver receiver = new HookReceiver()) {
      television = new Television(provider, told(receiver));
      Answer tokens = television.connected("openid offline_access");
      provider.signOut(television.browser, provider.application("SPA"));
      receiver.await(any -> receiver.received().size() == 1);
      provider
          .api()
          .patch("/api/users/" + television.user + "/is-suspended", "{\"isSuspended\":true}");
      receiver.await(any -> receiver.received().size() == 2);
      assertEquals(
          TestClient.payload(tokens.text("id_token")).get("sid"), logoutToken(receiver).get("sid"));
    }
  }

  private static String told(HookReceiver receiver) {
    return """
    , "oidcClientMetadata": {"redirectUris": [], "postLogoutRedirectUris": [], "backchannelLogoutUri": "%s",
      "backchannelLogoutSessionRequired": true}\
    """
        .formatted(receiver.url());
  }

  private static JsonNode logoutToken(HookReceiver receiver) {
    String form = receiver.received().getLast().body();
    return TestClient.payload(Provider.present(TestClient.query(form).get("logout_token")));
  }
}
