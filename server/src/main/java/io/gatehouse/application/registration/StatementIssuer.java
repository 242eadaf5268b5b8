package io.gatehouse.application.registration;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.gatehouse.application.authentication.KeySetShape;
import io.gatehouse.platform.input.Input;
import io.gatehouse.platform.input.NullAllowed;
import io.gatehouse.platform.input.SecureAddressShape;
import io.gatehouse.platform.input.ShapedBy;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Whoever vouches for software by statements that clients bring when they register.
 *
 * @param jwks its keys, unless it publishes them
 * @param jwksUri where it publishes them
 */
@Input
@JsonInclude(JsonInclude.Include.NON_NULL)
public record StatementIssuer(
    @Size(min = 1, max = 2048) String issuer,
    @Nullable @NullAllowed @ShapedBy(KeySetShape.class) ObjectNode jwks,
    @Nullable @NullAllowed @ShapedBy(SecureAddressShape.class) String jwksUri) {}
