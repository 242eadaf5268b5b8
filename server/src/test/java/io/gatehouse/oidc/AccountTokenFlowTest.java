package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.testing.RunningDatabase;
import io.gatehouse.testing.SignedInPeople;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The tokens of a real sign-in, at the API with which people look after their own account. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class AccountTokenFlowTest {
  private static final String ACCOUNT = "/api/my-account";

  @Inject Provider provider;

  @BeforeEach
  void open() {
    provider.api().patch("/api/account-center", SignedInPeople.everything());
  }

  @AfterEach
  void close() {
    provider.api().patch("/api/account-center", "{\"enabled\":false,\"fields\":{}}");
  }

  @Test
  void theTokenOfASignInOpensOnesOwnAccountUntilTheSessionEnds() {
    TestClient spa = provider.application("SPA");
    String user = provider.person();
    String code =
        provider.code(user, provider.browser(), spa, "scope", "openid profile", "prompt", "login");
    Answer tokens = spa.exchange(code);
    var own = provider.anybody(tokens.text("access_token"));
    assertEquals(user, own.get(ACCOUNT).json().path("id").asText());
    assertEquals("Ada", own.patch(ACCOUNT, "{\"name\":\"Ada\"}").json().path("name").asText());
    assertEquals(401, provider.anybody(tokens.text("id_token")).get(ACCOUNT).status());
    String session =
        provider
            .api()
            .get("/api/users/" + user + "/sessions")
            .json()
            .at("/sessions/0/payload/uid")
            .asText();
    provider.api().delete("/api/users/" + user + "/sessions/" + session);
    assertEquals(401, own.get(ACCOUNT).status());
  }
}
