package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.ApiClient.Answer;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the provider answers whoever comes with a method that an endpoint does not have. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class OidcSurfaceFlowTest {
  @Inject Provider provider;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oidc/token",
        "/oidc/token/introspection",
        "/oidc/token/revocation",
        "/oidc/reg",
        "/oidc/device/auth",
        "/oidc/bc-authorize",
        "/oidc/session/end/confirm"
      })
  @Spec("RFC 9110 §10.2.1")
  void whatIsSentByFormIsSentByPost(String path) {
    for (String method : List.of("GET", "HEAD", "PUT", "PATCH", "DELETE")) {
      assertRefused(404, "POST", method, path);
    }
  }

  @Test
  @Spec("RFC 9126 §2.3")
  void whoeverPushesByAnotherMethodIsToldSo() {
    for (String method : List.of("GET", "HEAD", "PUT", "PATCH", "DELETE")) {
      assertRefused(405, "POST", method, "/oidc/request");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oidc/auth",
        "/oidc/me",
        "/oidc/session/end",
        "/oidc/session/check",
        "/oidc/device",
        "/oidc/backchannel"
      })
  void whatABrowserMayPostItMayGetToo(String path) {
    for (String method : List.of("PUT", "PATCH", "DELETE")) {
      assertRefused(404, "GET, HEAD, POST", method, path);
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "/oidc/jwks",
        "/oidc/.well-known/openid-configuration",
        "/oidc/.well-known/oauth-authorization-server",
        "/oidc/auth/some-interaction",
        "/oidc/session/end/success",
        "/oidc/device/done",
        "/oidc/backchannel/done"
      })
  void whatIsOnlyReadIsRead(String path) {
    for (String method : List.of("POST", "PUT", "PATCH", "DELETE")) {
      assertRefused(404, "GET, HEAD", method, path);
    }
  }

  @Test
  void aRegistrationIsReadReplacedAndDeleted() {
    for (String method : List.of("POST", "PATCH")) {
      assertRefused(404, "GET, HEAD, PUT, DELETE", method, "/oidc/reg/some-client");
    }
  }

  @Test
  void whatIsNoEndpointHasNoMethods() {
    Answer answer = provider.anybody(null).send("GET", "/oidc/nothing", null);
    assertEquals(404, answer.status());
    assertEquals(List.of(), answer.headers("Allow"));
  }

  private void assertRefused(int status, String allowed, String method, String path) {
    Answer answer = provider.anybody(null).send(method, path, null);
    assertEquals(status, answer.status(), method + " " + path);
    assertEquals(List.of(allowed), answer.headers("Allow"), method + " " + path);
    if (!method.equals("HEAD")) {
      assertEquals("oidc.invalid_request", answer.json().get("code").asText());
      assertEquals("invalid_request", answer.json().get("error").asText());
    }
  }
}
