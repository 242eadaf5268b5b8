package io.gatehouse.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.credential.PasswordHash;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a sign-in adds to an account; null leaves a value as it is.
 *
 * @param profile members to set in the profile
 * @param customData members to set in the custom data
 * @param identities to add or to replace, by target
 * @param signedIn whether this is a sign-in, whose time is kept
 */
public record UserChange(
    @Nullable String username,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String name,
    @Nullable String avatar,
    @Nullable ObjectNode profile,
    @Nullable ObjectNode customData,
    @Nullable PasswordHash password,
    Map<String, User.Identity> identities,
    boolean signedIn) {
  public UserChange {
    identities = Map.copyOf(identities);
  }

  /** Only a new password. */
  public static UserChange password(PasswordHash password) {
    return new UserChange(null, null, null, null, null, null, null, password, Map.of(), false);
  }
}
