package io.gatehouse.application;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.metadata.CustomClientMetadata;
import io.gatehouse.application.metadata.OidcClientMetadata;
import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An application to be made. */
@Input
public record ApplicationInput(
    @Size(min = 1, max = 256) String name,
    @Nullable @NullAllowed @EmptyIsNull String description,
    ApplicationType type,
    @Nullable OidcClientMetadata oidcClientMetadata,
    @Nullable CustomClientMetadata customClientMetadata,
    @Nullable ObjectNode customData,
    @Nullable Boolean isThirdParty,
    @Nullable ProtectedSite protectedAppMetadata) {

  /** The site that a protected application stands before. */
  public record ProtectedSite(String subDomain, String origin) {}

  /** A first-party application with nothing but a name. */
  public static ApplicationInput of(String name, ApplicationType type) {
    return new ApplicationInput(name, null, type, null, null, null, null, null);
  }

  boolean thirdParty() {
    return Boolean.TRUE.equals(isThirdParty);
  }

  CustomClientMetadata custom() {
    return customClientMetadata == null ? CustomClientMetadata.EMPTY : customClientMetadata;
  }

  OidcClientMetadata oidc() {
    return oidcClientMetadata == null ? OidcClientMetadata.EMPTY : oidcClientMetadata;
  }
}
