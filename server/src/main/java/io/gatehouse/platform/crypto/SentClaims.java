package io.gatehouse.platform.crypto;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import java.io.IOException;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a signed token that somebody sent.
 *
 * <p>Source: [RFC 7519 §4](https://www.rfc-editor.org/rfc/rfc7519#section-4)
 */
public final class SentClaims {
  /** "The Claim Names within a JWT Claims Set MUST be unique". */
  private static final ObjectReader READER =
      JsonCodec.mapper().reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private final ObjectNode members;

  private SentClaims(ObjectNode members) {
    this.members = members;
  }

  static SentClaims parse(byte[] json) throws ParseException {
    try {
      if (READER.readTree(json) instanceof ObjectNode members) {
        return new SentClaims(members);
      }
    } catch (IOException e) {
      // Told below like other things that are no claims.
    }
    throw new ParseException("the claims are no JSON object", 0);
  }

  /** Whether there is one of this name, whatever it is. */
  public boolean has(String name) {
    return members.hasNonNull(name);
  }

  /** Whether it is this text. */
  public boolean is(String name, String text) {
    JsonNode member = members.get(name);
    return member != null && member.isTextual() && member.textValue().equals(text);
  }

  /**
   * A text.
   *
   * @throws ParseException if it is something else
   */
  public @Nullable String text(String name) throws ParseException {
    return has(name) ? text(members.get(name)) : null;
  }

  /**
   * A time, to the second.
   *
   * @throws ParseException if it is something else
   */
  public @Nullable Instant time(String name) throws ParseException {
    if (!has(name)) {
      return null;
    }
    JsonNode seconds = members.get(name);
    try {
      if (seconds.isNumber() && seconds.canConvertToLong()) {
        return Instant.ofEpochSecond(seconds.longValue());
      }
    } catch (DateTimeException e) {
      // Told below like other things that are no times.
    }
    throw new ParseException("a time is a number of seconds", 0);
  }

  private static String text(JsonNode member) throws ParseException {
    if (member.isTextual()) {
      return member.textValue();
    }
    throw new ParseException("that claim is a text", 0);
  }
}
