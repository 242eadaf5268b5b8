package io.gatehouse.application;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.application.metadata.CustomClientMetadata;
import io.gatehouse.application.metadata.OidcClientMetadata;
import io.gatehouse.tenant.TenantId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An application as the API answers it.
 *
 * @param secret only of built-in applications, which have none; others keep theirs beside them
 * @param isAdmin only where it was asked for
 */
public record ApplicationView(
    TenantId tenantId,
    String id,
    String name,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable String secret,
    @Nullable String description,
    ApplicationType type,
    OidcClientMetadata oidcClientMetadata,
    CustomClientMetadata customClientMetadata,
    @Nullable JsonNode protectedAppMetadata,
    JsonNode customData,
    boolean isThirdParty,
    boolean appLevelAccessControlEnabled,
    Instant createdAt,
    @JsonInclude(JsonInclude.Include.NON_NULL) @Nullable Boolean isAdmin) {

  /** As lists show it. */
  public static ApplicationView of(TenantId tenant, Application application) {
    return of(tenant, application, null);
  }

  static ApplicationView of(TenantId tenant, Application application, @Nullable Boolean isAdmin) {
    boolean builtIn = application.builtIn();
    return new ApplicationView(
        tenant,
        application.id(),
        application.name(),
        builtIn ? "N/A" : null,
        application.description(),
        application.type(),
        application.type() == ApplicationType.SAML
            ? OidcClientMetadata.EMPTY
            : application.oidcClientMetadata(),
        application.customClientMetadata(),
        application.protectedAppMetadata(),
        application.customData(),
        application.thirdParty(),
        application.accessControlEnabled(),
        builtIn ? Instant.EPOCH : application.createdAt(),
        isAdmin);
  }
}
