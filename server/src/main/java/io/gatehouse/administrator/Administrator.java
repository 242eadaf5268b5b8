package io.gatehouse.administrator;

import io.gatehouse.user.User;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** Somebody in charge, as the others see them. */
public record Administrator(
    String id,
    @Nullable String username,
    @Nullable String primaryEmail,
    @Nullable String name,
    @Nullable String avatar,
    Instant createdAt,
    @Nullable Instant lastSignInAt) {

  static Administrator of(User user) {
    return new Administrator(
        user.id(),
        user.username(),
        user.primaryEmail(),
        user.name(),
        user.avatar(),
        user.createdAt(),
        user.lastSignInAt());
  }
}
