package io.gatehouse.application;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A client of the provider.
 *
 * @param strictOidc answers exactly as OpenID Connect says where the convention of existing clients
 *     differs
 */
public record Application(
    String id,
    String name,
    @Nullable String description,
    ApplicationType type,
    OidcClientMetadata oidcClientMetadata,
    CustomClientMetadata customClientMetadata,
    @Nullable JsonNode protectedAppMetadata,
    JsonNode customData,
    boolean thirdParty,
    boolean accessControlEnabled,
    boolean strictOidc,
    Instant createdAt) {}
