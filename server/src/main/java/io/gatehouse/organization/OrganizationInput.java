package io.gatehouse.organization;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.platform.input.EmptyIsNull;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An organization to be made. */
@Input
record OrganizationInput(
    @Size(min = 1, max = 128) String name,
    @EmptyIsNull @NullAllowed @Nullable @Size(max = 256) String description,
    @Nullable ObjectNode customData,
    @Nullable Boolean isMfaRequired,
    @Nullable Boolean isTrustedDeviceAllowed,
    OrganizationLook.@Nullable Color color,
    OrganizationLook.@Nullable Branding branding,
    @EmptyIsNull @NullAllowed @Nullable String customCss) {}
