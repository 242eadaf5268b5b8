package io.gatehouse.connectors.github;

import static io.gatehouse.connectors.ConnectorError.INVALID_RESPONSE;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialUserInfo;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A GitHub user and, where the scope allows, all their addresses.
 *
 * @param emails null where the scope does not reach them
 */
record GitHubProfile(JsonNode user, @Nullable List<Email> emails, JsonNode raw) {

  record Email(String address, boolean primary, boolean verified) {
    /**
     * No mail reaches the stand-in addresses that GitHub makes for people who keep theirs private.
     */
    boolean usable() {
      return verified && !standIn(address);
    }
  }

  static GitHubProfile of(JsonNode user, @Nullable JsonNode emails) {
    var raw = JsonNodeFactory.instance.objectNode();
    raw.set("userInfo", user);
    if (emails == null) {
      return new GitHubProfile(user, null, raw);
    }
    raw.set("userEmails", emails);
    return new GitHubProfile(
        user,
        Fields.read(raw, INVALID_RESPONSE, in -> in.list("userEmails", GitHubProfile::email)),
        raw);
  }

  private static Email email(Fields in) {
    return new Email(in.text("email"), in.flag("primary"), in.flag("verified"));
  }

  SocialUserInfo userInfo() {
    return Fields.read(
        user,
        INVALID_RESPONSE,
        in -> {
          String id = in.optionalScalar("id");
          return new SocialUserInfo(
              id != null ? id : in.text("id"),
              email(in.optionalText("email")),
              null,
              in.optionalText("name"),
              in.optionalText("avatar_url"),
              raw);
        });
  }

  /**
   * The public address, which GitHub lets people choose among their verified ones only; else the
   * primary one.
   */
  private @Nullable String email(@Nullable String published) {
    boolean shown = published != null && !published.isBlank() && !standIn(published);
    if (emails == null) {
      return shown ? published : null;
    }
    List<Email> usable = emails.stream().filter(Email::usable).toList();
    if (shown && usable.stream().anyMatch(it -> it.address().equalsIgnoreCase(published))) {
      return published;
    }
    return usable.stream().filter(Email::primary).map(Email::address).findFirst().orElse(null);
  }

  private static boolean standIn(String address) {
    return address.toLowerCase(Locale.ROOT).endsWith("@users.noreply.github.com");
  }
}
