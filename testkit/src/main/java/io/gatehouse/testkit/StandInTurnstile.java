package io.gatehouse.testkit;

import io.gatehouse.connectors.HttpSender;
import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Answers in the place of Turnstile, unless {@code GATEHOUSE_TESTKIT_TURNSTILE} leads elsewhere:
 * with its secret for tests everybody passes, with any other nobody does.
 */
final class StandInTurnstile implements HttpSender {
  private static final String HOST = "challenges.cloudflare.com";
  private static final String PATH = "/turnstile/v0/siteverify";
  private static final String PASSES = "1x0000000000000000000000000000000AA";

  private final HttpSender outside;

  StandInTurnstile(HttpSender outside) {
    this.outside = outside;
  }

  @Override
  public Response send(Request request) throws IOException {
    URI address = request.uri();
    if (!HOST.equals(address.getHost()) || !PATH.equals(address.getPath())) {
      return outside.send(request);
    }
    String said =
        passes(request.body())
            ? "{\"success\":true}"
            : "{\"success\":false,\"error-codes\":[\"invalid-input-secret\"]}";
    return new Response(200, Map.of("content-type", List.of("application/json")), said);
  }

  private static boolean passes(@Nullable String form) {
    return form != null && List.of(form.split("&", -1)).contains("secret=" + PASSES);
  }
}
