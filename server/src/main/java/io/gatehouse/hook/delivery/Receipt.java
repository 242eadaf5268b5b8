package io.gatehouse.hook.delivery;

import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import io.gatehouse.platform.json.JsonCodec;

/** How a receiver took a delivery. */
public sealed interface Receipt {

  /** It answered. */
  record Answered(int status, String body) implements Receipt {
    /** The body as JSON where it is that, else as text; no more of it than the log keeps. */
    JsonNode shown() {
      if (body.length() > LONGEST_SHOWN) {
        return TextNode.valueOf(body.substring(0, LONGEST_SHOWN));
      }
      try {
        return body.isBlank() ? TextNode.valueOf(body) : JsonCodec.mapper().readTree(body);
      } catch (JacksonException e) {
        return TextNode.valueOf(body);
      }
    }
  }

  /** It could not be reached, or said nothing in time. */
  record Unanswered(String reason) implements Receipt {}

  /** How many characters of an answer the log keeps. */
  int LONGEST_SHOWN = 16_384;

  /** Whether the delivery is done. */
  default boolean accepted() {
    return this instanceof Answered answered && answered.status() / 100 == 2;
  }
}
