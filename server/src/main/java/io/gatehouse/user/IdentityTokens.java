package io.gatehouse.user;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What is kept of the tokens that providers hand out for people's identities. */
public interface IdentityTokens {
  /** What is known of one set, without the tokens. */
  record Described(
      TenantId tenantId,
      String id,
      String userId,
      String type,
      Metadata metadata,
      Instant createdAt,
      Instant updatedAt,
      String connectorId,
      String identityId,
      String target) {}

  /** What the provider said with the tokens. */
  @JsonInclude(JsonInclude.Include.NON_NULL)
  record Metadata(
      @Nullable String scope,
      @Nullable Instant expiresAt,
      @Nullable String tokenType,
      boolean hasRefreshToken) {}

  /** All sets of a person. */
  List<Described> of(TenantId tenant, String userId);

  /** Forgets what belongs to another account at the provider than this one. */
  void forgetOthers(TenantId tenant, String userId, String target, String identityId);
}
