package io.gatehouse.user.mfa;

import com.fasterxml.jackson.annotation.JsonInclude;
import org.jspecify.annotations.Nullable;

/**
 * A factor as administrators see it, without its secret.
 *
 * @param createdAt in the form of ISO 8601, as clients expect it here
 * @param agent the browser that a passkey was made in
 * @param name what the person calls a passkey
 * @param remainCodes how many backup codes are unused
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record MfaFactor(
    String id,
    String createdAt,
    FactorType type,
    @Nullable String agent,
    @Nullable String name,
    @Nullable String lastUsedAt,
    @Nullable Integer remainCodes) {}
