package io.gatehouse.application;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.metadata.CustomClientMetadata;
import io.gatehouse.application.metadata.OidcClientMetadata;
import io.gatehouse.application.protection.ProtectionPatch;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * What changes of an application; its type and whose it is cannot.
 *
 * @param isAdmin whether it may do everything at the Management API
 */
@Input
record ApplicationPatch(
    @Nullable @Size(min = 1, max = 256) String name,
    Change<@EmptyIsNull String> description,
    @Nullable OidcClientMetadata oidcClientMetadata,
    @Nullable CustomClientMetadata customClientMetadata,
    @Nullable ObjectNode customData,
    @Nullable Boolean appLevelAccessControlEnabled,
    Change<ProtectionPatch> protectedAppMetadata,
    @Nullable Boolean isAdmin) {

  /** The application as it is after the change. */
  Application applyTo(Application before) {
    return new Application(
        before.id(),
        name == null ? before.name() : name,
        description.applyTo(before.description()),
        before.type(),
        oidcClientMetadata == null ? before.oidcClientMetadata() : oidcClientMetadata,
        customClientMetadata == null ? before.customClientMetadata() : customClientMetadata,
        protectedMetadata(before.protectedAppMetadata()),
        customData == null ? before.customData() : customData,
        before.thirdParty(),
        appLevelAccessControlEnabled == null
            ? before.accessControlEnabled()
            : appLevelAccessControlEnabled,
        before.strictOidc(),
        before.createdAt());
  }

  /** The given members are laid over those that are there. */
  private @Nullable JsonNode protectedMetadata(@Nullable JsonNode before) {
    ProtectionPatch given = protectedAppMetadata.value();
    return given == null || before == null ? before : given.over(before);
  }
}
