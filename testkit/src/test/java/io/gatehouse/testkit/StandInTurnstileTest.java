package io.gatehouse.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.HttpSender.Request;
import io.gatehouse.connectors.HttpSender.Response;
import java.io.IOException;
import java.net.URI;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StandInTurnstileTest {
  private static final String SITEVERIFY =
      "https://challenges.cloudflare.com/turnstile/v0/siteverify";

  private final HttpSender turnstile =
      new StandInTurnstile(request -> new Response(599, Map.of(), "asked"));

  @Test
  void theSecretForTestsPasses() throws IOException {
    Response answer = verify("1x0000000000000000000000000000000AA");
    assertEquals(200, answer.status());
    assertEquals("{\"success\":true}", answer.body());
  }

  @Test
  void anyOtherFails() throws IOException {
    for (String secret : new String[] {"2x0000000000000000000000000000000AA", "", "secret"}) {
      assertEquals(
          "{\"success\":false,\"error-codes\":[\"invalid-input-secret\"]}", verify(secret).body());
    }
  }

  @Test
  void everythingElseIsAskedOutside() throws IOException {
    for (String address :
        new String[] {
          "https://challenges.cloudflare.com/turnstile/v0/api.js",
          "http://127.0.0.1:9002/turnstile/v0/siteverify"
        }) {
      assertEquals("asked", turnstile.send(Request.get(URI.create(address))).body());
    }
  }

  private Response verify(String secret) throws IOException {
    return turnstile.send(
        Request.form(URI.create(SITEVERIFY), Map.of("secret", secret, "response", "token")));
  }
}
