package io.gatehouse.user.token;

import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A secret of a person's scripts.
 *
 * @param expiresAt null for one that never expires
 */
record PersonalAccessToken(
    TenantId tenantId,
    String userId,
    String name,
    String value,
    Instant createdAt,
    @Nullable Instant expiresAt) {

  /** Never shows the value. */
  @Override
  public String toString() {
    return "PersonalAccessToken[" + userId + ", " + name + "]";
  }
}
