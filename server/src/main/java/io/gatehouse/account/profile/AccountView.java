package io.gatehouse.account.profile;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.account.gate.AccountCall;
import io.gatehouse.account.gate.AccountScopes;
import io.gatehouse.account.gate.Part;
import io.gatehouse.protocol.Scopes;
import io.gatehouse.user.User;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * An account as its owner reads it: what the token's scopes hold and the tenant shows.
 *
 * @param hasSecurityVerificationMethod whether there is anything to prove with who they are
 */
@JsonInclude(Include.NON_NULL)
record AccountView(
    String id,
    boolean hasSecurityVerificationMethod,
    @Nullable Optional<String> name,
    @Nullable Optional<String> avatar,
    @Nullable Optional<String> username,
    @Nullable ObjectNode profile,
    @Nullable Optional<Instant> lastSignInAt,
    @Nullable Instant createdAt,
    @Nullable Instant updatedAt,
    @Nullable Optional<String> applicationId,
    @Nullable Optional<String> cimdClientId,
    @Nullable Boolean isSuspended,
    @Nullable Boolean hasPassword,
    @Nullable Optional<String> primaryEmail,
    @Nullable Optional<String> primaryPhone,
    @Nullable ObjectNode customData,
    @Nullable Map<String, User.Identity> identities) {

  static AccountView of(AccountCall call, User user) {
    Scopes scopes = call.bearer().scopes();
    boolean profile = scopes.has(AccountScopes.PROFILE);
    return new AccountView(
        user.id(),
        call.hasSecurityMethod(),
        told(profile && call.isShown(Part.NAME), user.name()),
        told(profile && call.isShown(Part.AVATAR), user.avatar()),
        told(profile && call.isShown(Part.USERNAME), user.username()),
        profile && call.isShown(Part.PROFILE) ? profile(call, user) : null,
        told(profile, user.lastSignInAt()),
        profile ? user.createdAt() : null,
        profile ? user.updatedAt() : null,
        told(profile, user.applicationId()),
        told(profile, user.cimdClientId()),
        profile ? user.suspended() : null,
        profile && call.isShown(Part.PASSWORD) ? user.hasPassword() : null,
        told(scopes.has(AccountScopes.EMAIL) && call.isShown(Part.EMAIL), user.primaryEmail()),
        told(scopes.has(AccountScopes.PHONE) && call.isShown(Part.PHONE), user.primaryPhone()),
        scopes.has(AccountScopes.CUSTOM_DATA) && call.isShown(Part.CUSTOM_DATA)
            ? user.customData()
            : null,
        scopes.has(AccountScopes.IDENTITIES) && call.isShown(Part.SOCIAL)
            ? user.identities()
            : null);
  }

  /** The profile, with the address only for those who asked for addresses. */
  static ObjectNode profile(AccountCall call, User user) {
    return call.bearer().scopes().has(AccountScopes.ADDRESS)
        ? user.profile()
        : user.profile().deepCopy().without("address");
  }

  /** Null leaves the member out; an empty one is told as null. */
  private static <T> @Nullable Optional<T> told(boolean open, @Nullable T value) {
    return open ? Optional.ofNullable(value) : null;
  }
}
