package io.gatehouse.organization.member;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.user.User;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person of an organization with the roles that they have there, as the API shows both. */
record Member(
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
    List<RoleName> organizationRoles) {

  static Member of(User user, List<RoleName> roles) {
    return new Member(
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
        roles);
  }
}
