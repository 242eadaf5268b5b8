package io.gatehouse.connectors.github;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.Fields;
import io.gatehouse.connectors.SocialUserInfo;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * A GitHub user and, where the scope allows, all their addresses.
 *
 * @param published the address of their profile
 * @param emails null where the scope does not reach them
 */
record GitHubProfile(
    String id,
    @Nullable String name,
    @Nullable String avatar,
    @Nullable String published,
    @Nullable List<Email> emails) {

  record Email(String address, boolean primary, boolean verified) {
    static Email of(Fields in) {
      return new Email(in.text("email"), in.flag("primary"), in.flag("verified"));
    }

    /**
     * No mail reaches the stand-in addresses that GitHub makes for people who keep theirs private.
     */
    boolean usable() {
      return verified && !standIn(address);
    }
  }

  static GitHubProfile of(Fields in) {
    List<Email> emails =
        in.raw("userEmails").isMissingNode() ? null : in.list("userEmails", Email::of);
    return in.nested(
        "userInfo",
        user ->
            new GitHubProfile(
                user.id("id"),
                user.optionalText("name"),
                user.optionalText("avatar_url"),
                user.optionalText("email"),
                emails));
  }

  SocialUserInfo userInfo(JsonNode raw) {
    return new SocialUserInfo(id, email(), null, name, avatar, raw);
  }

  /**
   * The public address, which GitHub lets people choose among their verified ones only; else the
   * primary one.
   */
  private @Nullable String email() {
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
