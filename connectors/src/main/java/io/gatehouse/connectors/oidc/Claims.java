package io.gatehouse.connectors.oidc;

import static io.gatehouse.connectors.ConnectorError.SOCIAL_INVALID_ID_TOKEN;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialUserInfo;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The person whom an ID token describes. */
record Claims(
    String sub,
    @Nullable String name,
    @Nullable String picture,
    @Nullable String email,
    @Nullable Boolean emailVerified,
    @Nullable String phone,
    @Nullable String nonce) {

  /**
   * How an administrator wants claims to be read.
   *
   * @param textsAsBooleans {@code "true"}, {@code "1"} and {@code "yes"} are true
   * @param trustUnverifiedEmail an address counts also when nothing is said about its verification
   */
  record Reading(boolean textsAsBooleans, boolean trustUnverifiedEmail) {
    private static final Set<String> TRUE = Set.of("true", "1", "yes");

    private @Nullable Boolean truth(Fields in, String claim) {
      JsonNode value = in.raw(claim);
      if (textsAsBooleans && value.isTextual()) {
        return TRUE.contains(value.textValue().strip().toLowerCase(Locale.ROOT));
      }
      return in.optionalFlag(claim);
    }
  }

  /** Claims of the wrong type make the token invalid. */
  static Claims of(JsonNode json, Reading reading) {
    return Fields.read(json, SOCIAL_INVALID_ID_TOKEN, in -> of(in, reading));
  }

  private static Claims of(Fields in, Reading reading) {
    String phone = verified(in, "phone", reading);
    return new Claims(
        in.text("sub"),
        in.optionalText("name"),
        in.optionalText("picture"),
        in.optionalText("email"),
        reading.truth(in, "email_verified"),
        phone != null ? phone : verified(in, "phone_number", reading),
        in.optionalText("nonce"));
  }

  private static @Nullable String verified(Fields in, String claim, Reading reading) {
    String value = in.optionalText(claim);
    return Boolean.TRUE.equals(reading.truth(in, claim + "_verified")) ? value : null;
  }

  SocialUserInfo profile(Reading reading, JsonNode json) {
    boolean vouched = emailVerified == null ? reading.trustUnverifiedEmail() : emailVerified;
    return new SocialUserInfo(sub, vouched ? email : null, phone, name, picture, json);
  }
}
