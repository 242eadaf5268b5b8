package io.gatehouse.branding.captcha;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.HttpSender;
import io.gatehouse.platform.json.JsonCodec;
import java.io.IOException;

/** Reads what providers answer. */
final class Answers {
  private Answers() {}

  static JsonNode json(HttpSender.Response response) throws IOException {
    try {
      return JsonCodec.mapper().readTree(response.body());
    } catch (JsonProcessingException e) {
      throw new IOException("HTTP " + response.status() + ", which is no JSON", e);
    }
  }
}
