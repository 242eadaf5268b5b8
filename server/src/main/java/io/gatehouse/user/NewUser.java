package io.gatehouse.user;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.credential.PasswordHash;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a person's account is made of.
 *
 * @param identities by target
 * @param applicationId where the person registered
 * @param settings the person's settings of signing in
 */
public record NewUser(
    @Nullable String username,
    @Nullable String email,
    @Nullable String phone,
    @Nullable String name,
    @Nullable String avatar,
    ObjectNode profile,
    ObjectNode customData,
    @Nullable PasswordHash password,
    Map<String, User.Identity> identities,
    @Nullable String applicationId,
    ObjectNode settings) {
  public NewUser {
    identities = Map.copyOf(identities);
  }
}
