package io.gatehouse.application.issuer;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Somebody whose assertions an application may present.
 *
 * @param issuer as their {@code iss} says it
 * @param audience what they may name besides this provider
 * @param target of which provider of identities the subjects are, where they are identities
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record TrustedIssuer(
    String id,
    String issuer,
    @Nullable String audience,
    @Nullable ObjectNode jwks,
    @Nullable String jwksUri,
    SubjectMapping subject,
    @Nullable String target,
    Instant createdAt) {}
