package io.gatehouse.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A person, without the password. {@code phone} is digits only, country code first. */
public record User(
    String id,
    @Nullable String username,
    @Nullable String primaryEmail,
    @Nullable String primaryPhone,
    @Nullable String name,
    @Nullable String avatar,
    ObjectNode customData,
    ObjectNode profile,
    Map<String, Identity> identities,
    @Nullable String applicationId,
    @Nullable String cimdClientId,
    boolean suspended,
    boolean hasPassword,
    @Nullable Instant lastSignInAt,
    Instant createdAt,
    Instant updatedAt) {

  /** A person at a social provider: the provider's id of the person, and what it told. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  public record Identity(String userId, @Nullable ObjectNode details) {}
}
