package io.gatehouse.branding.captcha;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.Outside;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Asks Turnstile about a token, which counts once. */
final class Siteverify {
  static final String ADDRESS = "https://challenges.cloudflare.com/turnstile/v0/siteverify";

  private Siteverify() {}

  /** Why the token is refused; empty where it is not. */
  static Optional<String> refusal(CaptchaConfig.Turnstile keys, String token, Outside outside)
      throws IOException {
    Map<String, String> form = Map.of("secret", keys.secretKey(), "response", token);
    var request = HttpSender.Request.form(outside.endpoint(ADDRESS), form);
    // A refusal may come with a status that is none of success: what counts is in the body.
    JsonNode answer = Answers.json(outside.http().send(request));
    return answer.path("success").asBoolean()
        ? Optional.empty()
        : Optional.of("refused: " + answer.path("error-codes"));
  }
}
