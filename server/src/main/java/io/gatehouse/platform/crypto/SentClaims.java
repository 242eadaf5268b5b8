package io.gatehouse.platform.crypto;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import java.io.IOException;
import java.text.ParseException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The claims of a token that somebody sent. Those that every token may have are of their kind, or
 * the whole is not read; a claim that is null is none.
 *
 * <p>Source: [RFC 7519 §4](https://www.rfc-editor.org/rfc/rfc7519#section-4)
 */
public final class SentClaims {
  /** "The Claim Names within a JWT Claims Set MUST be unique". */
  private static final ObjectReader READER =
      JsonCodec.mapper().reader().with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);

  private final ObjectNode members;
  private final @Nullable String issuer;
  private final @Nullable String subject;
  private final @Nullable String id;
  private final List<String> audience;
  private final @Nullable Instant end;
  private final @Nullable Instant start;
  private final @Nullable Instant issued;

  private SentClaims(ObjectNode members) throws ParseException {
    this.members = members;
    this.issuer = text("iss");
    this.subject = text("sub");
    this.id = text("jti");
    this.audience = audience(members.path("aud"));
    this.end = time("exp");
    this.start = time("nbf");
    this.issued = time("iat");
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

  /** {@code iss}. */
  public @Nullable String issuer() {
    return issuer;
  }

  /** {@code sub}. */
  public @Nullable String subject() {
    return subject;
  }

  /** {@code jti}. */
  public @Nullable String id() {
    return id;
  }

  /** {@code aud}, whether it is one or several; empty where it is missing. */
  public List<String> audience() {
    return audience;
  }

  /** {@code exp}, to the second. */
  public @Nullable Instant end() {
    return end;
  }

  /** {@code nbf}, to the second. */
  public @Nullable Instant start() {
    return start;
  }

  /** {@code iat}, to the second. */
  public @Nullable Instant issued() {
    return issued;
  }

  /** Whether there is one of this name, whatever it is. */
  public boolean has(String name) {
    return members.hasNonNull(name);
  }

  /** Whether it is this text. */
  public boolean is(String name, String text) {
    return at(name).isTextual() && at(name).textValue().equals(text);
  }

  /**
   * A text.
   *
   * @throws ParseException if it is something else
   */
  public @Nullable String text(String name) throws ParseException {
    return has(name) ? text(members.get(name)) : null;
  }

  /** Whatever it is; a missing node where there is none. */
  public JsonNode at(String name) {
    return has(name) ? members.get(name) : MissingNode.getInstance();
  }

  /** A copy of all of them, as they were sent. */
  public ObjectNode all() {
    return members.deepCopy();
  }

  private @Nullable Instant time(String name) throws ParseException {
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

  /** "an array of case-sensitive strings … MAY be a single case-sensitive string" (§4.1.3). */
  private static List<String> audience(JsonNode named) throws ParseException {
    if (named.isMissingNode() || named.isNull()) {
      return List.of();
    }
    if (!named.isArray()) {
      return List.of(text(named));
    }
    List<String> all = new ArrayList<>(named.size());
    for (JsonNode each : named) {
      all.add(text(each));
    }
    return List.copyOf(all);
  }

  private static String text(JsonNode member) throws ParseException {
    if (member.isTextual()) {
      return member.textValue();
    }
    throw new ParseException("that claim is a text", 0);
  }
}
