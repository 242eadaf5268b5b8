package io.gatehouse.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.gatehouse.protocol.Spec;
import io.gatehouse.testing.RunningDatabase;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

/** Discovery and keys. */
@QuarkusTest
@QuarkusTestResource(RunningDatabase.class)
class DiscoveryFlowTest {
  @Inject Provider provider;

  @Test
  @Spec("OpenID Connect Discovery §4")
  @Spec("RFC 8414 §3")
  void theDocumentIsAtEveryUrlThatClientsTry() {
    EmulatedBrowser browser = provider.browser();
    String document = browser.get("/oidc/.well-known/openid-configuration").body();
    assertEquals(document, browser.get("/oidc/.well-known/oauth-authorization-server").body());
    assertEquals(document, browser.get("/.well-known/oauth-authorization-server/oidc").body());
    assertFalse(browser.get("/oidc/jwks").body().contains("\"d\""));
    HttpResponse<String> nothing = browser.get("/oidc/nothing");
    assertEquals(404, nothing.statusCode());
    assertTrue(nothing.body().contains("\"oidc.invalid_request\""), nothing.body());
    HttpResponse<String> keys = browser.get("/oidc/jwks");
    assertTrue(keys.headers().firstValue("etag").isPresent());
    assertEquals("nosniff", keys.headers().firstValue("x-content-type-options").orElse(""));
  }
}
