package io.gatehouse.connectors;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import org.jspecify.annotations.Nullable;

/**
 * A person as a provider describes them, in one shape for all providers. Texts are null rather than
 * empty.
 *
 * @param id never changes and is never given to another person at the same provider
 * @param email an address that the provider vouches for
 * @param rawData the provider's own words
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SocialUserInfo(
    String id,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String name,
    @Nullable String avatar,
    @Nullable JsonNode rawData) {

  public SocialUserInfo {
    email = orNull(email);
    phone = orNull(phone);
    name = orNull(name);
    avatar = orNull(avatar);
  }

  private static @Nullable String orNull(@Nullable String text) {
    return text == null || text.isEmpty() ? null : text;
  }
}
