package io.gatehouse.branding.captcha;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.connectors.Outside;
import io.gatehouse.platform.json.JsonCodec;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** Has reCAPTCHA Enterprise assess a token, which counts once. */
final class Assessment {
  static final String PROJECTS = "https://recaptchaenterprise.googleapis.com/v1/projects/";

  /** From here on, of 1, somebody whom no box was shown to is a person; Google's own advice. */
  private static final double HUMAN = 0.5;

  private Assessment() {}

  /** Why the token is refused; empty where it is not. */
  static Optional<String> refusal(CaptchaConfig.Recaptcha keys, String token, Outside outside)
      throws IOException {
    ObjectNode body = JsonCodec.object();
    body.putObject("event").put("token", token).put("siteKey", keys.siteKey());
    HttpSender.Response response =
        outside
            .http()
            .send(
                HttpSender.Request.get(address(keys, outside))
                    .withBody("application/json", body.toString())
                    .with("X-Goog-Api-Key", keys.secretKey()));
    JsonNode answer = Answers.json(response);
    if (!response.ok()) {
      return Optional.of("HTTP %d: %s".formatted(response.status(), answer.at("/error/status")));
    }
    JsonNode said = answer.path("tokenProperties");
    if (!said.path("valid").asBoolean()) {
      return Optional.of("invalid: " + said.path("invalidReason").asText());
    }
    double score = answer.at("/riskAnalysis/score").asDouble();
    return keys.checkbox() || score >= HUMAN
        ? Optional.empty()
        : Optional.of("the score is " + score);
  }

  private static URI address(CaptchaConfig.Recaptcha keys, Outside outside) {
    String project = URLEncoder.encode(keys.projectId(), StandardCharsets.UTF_8);
    return URI.create(outside.endpoint(PROJECTS) + project.replace("+", "%20") + "/assessments");
  }
}
