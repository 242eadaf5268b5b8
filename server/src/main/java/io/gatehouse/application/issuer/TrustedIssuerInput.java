package io.gatehouse.application.issuer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.authentication.KeySetShape;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import io.gatehouse.platform.input.SecureAddressShape;
import io.gatehouse.platform.input.ShapedBy;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/** An issuer to be trusted. */
@Input
record TrustedIssuerInput(
    @Size(min = 1, max = 2048) String issuer,
    @Nullable @NullAllowed @Size(min = 1, max = 2048) String audience,
    @Nullable @NullAllowed @ShapedBy(KeySetShape.class) ObjectNode jwks,
    @Nullable @NullAllowed @ShapedBy(SecureAddressShape.class) String jwksUri,
    SubjectMapping subject,
    @Nullable @NullAllowed @Size(min = 1, max = 256) String target) {}
