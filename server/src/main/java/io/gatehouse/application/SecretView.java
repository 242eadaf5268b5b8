package io.gatehouse.application;

import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A secret as the API answers it, in clear. */
record SecretView(
    TenantId tenantId,
    String applicationId,
    String name,
    String value,
    Instant createdAt,
    @Nullable Instant expiresAt) {

  static SecretView of(TenantId tenant, String applicationId, ApplicationSecret secret) {
    return new SecretView(
        tenant,
        applicationId,
        secret.name(),
        secret.value(),
        secret.createdAt(),
        secret.expiresAt());
  }
}
