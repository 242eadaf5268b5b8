package io.gatehouse.enterprise.signon;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.json.JsonCodec;
import org.jspecify.annotations.Nullable;

/** Takes down what a provider says of a person, under our names and no longer than can be kept. */
final class UserInfo {
  static final ObjectNode NOTHING = JsonCodec.object();

  private static final int LONGEST_TEXT = 128;
  private static final int LONGEST_ADDRESS = 2_048;
  private static final int LONGEST_RAW = 16 * 1024;

  private UserInfo() {}

  /**
   * From the claims of OpenID Connect.
   *
   * @param trusts whether an address counts without a word about its verification
   */
  static ObjectNode ofClaims(ObjectNode claims, boolean trusts) {
    ObjectNode info = JsonCodec.object();
    info.put("id", claims.path("sub").asText());
    put(info, "name", text(claims, "name", LONGEST_TEXT));
    put(info, "avatar", text(claims, "picture", LONGEST_ADDRESS));
    boolean email = trusts || truth(claims.path("email_verified"));
    put(info, email ? "email" : "unverifiedEmail", text(claims, "email", LONGEST_TEXT));
    boolean phone = truth(claims.path("phone_number_verified"));
    put(info, phone ? "phone" : "unverifiedPhone", text(claims, "phone_number", LONGEST_TEXT));
    raw(info, claims);
    return info;
  }

  /** From an assertion of SAML: what an enterprise says there of an address, it vouches for. */
  static ObjectNode ofAssertion(ObjectNode said) {
    ObjectNode info = JsonCodec.object();
    info.put("id", said.path("id").asText());
    put(info, "name", text(said, "name", LONGEST_TEXT));
    put(info, "email", text(said, "email", LONGEST_TEXT));
    raw(info, said.path("rawData"));
    return info;
  }

  /** All that was said, unless it is too much. */
  static void raw(ObjectNode info, JsonNode said) {
    String text = said.toString();
    // PostgreSQL keeps no text with this character.
    if (text.length() <= LONGEST_RAW && !text.contains("\\u0000")) {
      info.set("rawData", said);
    }
  }

  static void put(ObjectNode info, String name, @Nullable String value) {
    if (value != null) {
      info.put(name, value);
    }
  }

  private static @Nullable String text(JsonNode claims, String name, int longest) {
    String value = claims.path(name).textValue();
    return value == null ? null : kept(value, longest);
  }

  /** The text without what cannot be kept; null when nothing is left of it. */
  static @Nullable String kept(String value, int longest) {
    String bare = value.replace("\0", "").strip();
    return bare.isEmpty() || bare.length() > longest ? null : bare;
  }

  /** Some providers write truth as a text. */
  private static boolean truth(JsonNode value) {
    return value.isBoolean() ? value.booleanValue() : "true".equals(value.textValue());
  }
}
