package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.oidc.TestClient.Answer;
import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Revocation and introspection. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class RevocationFlowTest {
  @Inject Provider provider;

  private TestClient spa;
  private String user;

  @BeforeEach
  void prepare() {
    spa = provider.application("SPA");
    user = provider.person();
  }

  @Test
  @Spec("RFC 7009 §2.1")
  @Spec("RFC 7662 §2.2")
  void revokingATokenTakesItsGrantBackAndIntrospectionSaysSo() {
    Answer tokens = spa.exchange(provider.code(user, provider.browser(), spa));
    Map<String, String> form = Map.of("client_id", spa.id, "token", tokens.text("access_token"));
    Answer active = spa.post("/oidc/token/introspection", form);
    assertTrue(active.json().get("active").asBoolean());
    assertEquals(user, active.text("sub"));
    TestClient stranger = provider.application("SPA");
    Map<String, String> others =
        Map.of("client_id", stranger.id, "token", tokens.text("access_token"));
    assertFalse(
        stranger.post("/oidc/token/introspection", others).json().get("active").asBoolean());
    assertEquals(200, stranger.post("/oidc/token/revocation", others).status());
    assertEquals(200, spa.userinfo(tokens.text("access_token")).status());
    assertEquals(200, spa.post("/oidc/token/revocation", form).status());
    assertEquals(401, spa.userinfo(tokens.text("access_token")).status());
    assertEquals("invalid_grant", spa.refresh(tokens.text("refresh_token")).error());
    assertEquals(
        "unsupported_token_type",
        spa.post(
                "/oidc/token/revocation",
                Map.of("client_id", spa.id, "token", tokens.text("id_token")))
            .error());
  }
}
