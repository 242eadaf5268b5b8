package io.gatehouse.organization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.Change;
import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Input;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** What changes of an organization; objects are replaced as a whole. */
@Input
record OrganizationPatch(
    @Nullable @Size(min = 1, max = 128) String name,
    Change<@EmptyIsNull @Size(max = 256) String> description,
    @Nullable ObjectNode customData,
    @Nullable Boolean isMfaRequired,
    @Nullable Boolean isTrustedDeviceAllowed,
    OrganizationLook.@Nullable Color color,
    OrganizationLook.@Nullable Branding branding,
    Change<@EmptyIsNull String> customCss) {

  boolean isEmpty() {
    return name == null
        && !description.isSet()
        && customData == null
        && isMfaRequired == null
        && isTrustedDeviceAllowed == null
        && color == null
        && branding == null
        && !customCss.isSet();
  }
}
