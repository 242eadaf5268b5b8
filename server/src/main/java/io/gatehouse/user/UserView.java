package io.gatehouse.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.credential.HashMethod;
import io.gatehouse.credential.PasswordHash;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A person as the Management API answers it.
 *
 * @param ssoIdentities only where asked for; enterprise connectors bring them
 * @param passwordDigest only where asked for, then null for a person without a password
 * @param passwordAlgorithm the same
 */
public record UserView(
    String id,
    @Nullable String username,
    @Nullable String primaryEmail,
    @Nullable String primaryPhone,
    @Nullable String name,
    @Nullable String avatar,
    ObjectNode customData,
    Map<String, User.Identity> identities,
    @Nullable Instant lastSignInAt,
    Instant createdAt,
    Instant updatedAt,
    ObjectNode profile,
    @Nullable String applicationId,
    @Nullable String cimdClientId,
    boolean isSuspended,
    boolean hasPassword,
    @JsonInclude(Include.NON_NULL) @Nullable List<JsonNode> ssoIdentities,
    @JsonInclude(Include.NON_NULL) @Nullable Optional<String> passwordDigest,
    @JsonInclude(Include.NON_NULL) @Nullable Optional<HashMethod> passwordAlgorithm) {

  public static UserView of(User user) {
    return of(user, null, null, null);
  }

  /** With what else was asked for. */
  public static UserView of(
      SignInUser found, @Nullable List<JsonNode> ssoIdentities, boolean withPassword) {
    PasswordHash password = found.password();
    return of(
        found.user(),
        ssoIdentities,
        withPassword ? Optional.ofNullable(password).map(PasswordHash::digest) : null,
        withPassword ? Optional.ofNullable(password).map(PasswordHash::method) : null);
  }

  private static UserView of(
      User user,
      @Nullable List<JsonNode> ssoIdentities,
      @Nullable Optional<String> passwordDigest,
      @Nullable Optional<HashMethod> passwordAlgorithm) {
    return new UserView(
        user.id(),
        user.username(),
        user.primaryEmail(),
        user.primaryPhone(),
        user.name(),
        user.avatar(),
        user.customData(),
        user.identities(),
        user.lastSignInAt(),
        user.createdAt(),
        user.updatedAt(),
        user.profile(),
        user.applicationId(),
        user.cimdClientId(),
        user.suspended(),
        user.hasPassword(),
        ssoIdentities,
        passwordDigest,
        passwordAlgorithm);
  }
}
