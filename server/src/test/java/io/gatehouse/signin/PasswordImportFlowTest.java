package io.gatehouse.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.platform.json.JsonCodec;
import io.gatehouse.testing.ApiClient;
import io.gatehouse.testing.ApiClients;
import io.gatehouse.testing.Browser;
import io.gatehouse.testing.Browser.Seen;
import io.gatehouse.testing.People;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** People who come from elsewhere sign in with the password they have, and get a better hash. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class PasswordImportFlowTest {
  @Inject ApiClients clients;

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      quoteCharacter = '\'',
      value = {
        "Argon2i, '$argon2i$v=19$m=65536,t=2,p=1$c29tZXNhbHQ$wWKIMhR9lyDFvRz9YTZweHKfbftvj+qf+YFY4NeBbtA', password",
        "Argon2id, '$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc', password",
        "SHA1, '5baa61e4c9b93f3f0682250b6cf8331b7ee68fd8', password",
        "SHA256, '5e884898da28047151d0e56f8dc6292773603d0d6aabbdd62a11ef721d1542d8', password",
        "MD5, '5f4dcc3b5aa765d61d8327deb882cf99', password",
        "Bcrypt, '$2a$05$CCCCCCCCCCCCCCCCCCCCC.E5YPO9kmyuRGyh0XouQYb4YMJKvyOeW', U*U",
        "Legacy, '[\"sha256\",[\"salt123\",\"@\"],\"c465f66c6ac481a7a17e9ed5b4e2e7e7288d892f12bf1c95c140901e9a70436e\"]', password123",
        "Legacy, '[\"pbkdf2\",[\"hex:00ff10\",\"600\",\"32\",\"SHA256\",\"@\"],\"6722b4f93197f8cfc25a45b6d054184f19c63548645de13528f0ac8147ae8326\"]', pässword",
        "Legacy, '[\"firebase-scrypt\",[\"42xEC+ixf3L2lw==\",\"jxspr8Ki0RYycVU8zykbdLGjFQ3McFUH0uiiTvC8pVMXAn210wjLNmdZJzxUECKbm0QsEmYUSDzZvpjeJ9WmXA==\",\"Bw==\",\"8\",\"14\",\"@\"],\"lSrfV15cpx95/sZS2W9c9Kp6i/LVgQNDNC/qzrCnh1SAyZvqmZqAjTdn3aoItz+VHjoZilo78198JAdRuid5lQ==\"]', user1password"
      })
  void anImportedPasswordSignsInAndIsHashedAnew(String method, String digest, String password) {
    ApiClient api = clients.management();
    String username = People.username();
    JsonNode body =
        JsonCodec.object()
            .put("username", username)
            .put("passwordAlgorithm", method)
            .put("passwordDigest", digest);
    ApiClient.Answer made = api.post("/api/users", body.toString());
    assertEquals(200, made.status(), made.text());
    Seen wrong = signIn(username, password + "x");
    assertEquals(200, wrong.status());
    assertEquals(method, algorithm(api, made));
    Seen right = signIn(username, password);
    assertEquals(303, right.status(), right.text());
    assertTrue(right.location().startsWith("/oidc/auth/"), right.location());
    assertEquals("Argon2id", algorithm(api, made));
    assertEquals(303, signIn(username, password).status(), "and with the new hash");
  }

  private static Seen signIn(String username, String password) {
    Browser browser = new Browser();
    browser.follow(browser.authorize());
    return browser.post("/sign-in?app_id=demo-app", "identifier", username, "password", password);
  }

  private static String algorithm(ApiClient api, ApiClient.Answer made) {
    String path = "/api/users/" + made.json().get("id").asText();
    return api.get(path + "?includePasswordHash=true").json().get("passwordAlgorithm").asText();
  }
}
