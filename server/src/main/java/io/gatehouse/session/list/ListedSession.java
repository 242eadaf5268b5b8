package io.gatehouse.session.list;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in browser, as clients of the contract read it.
 *
 * @param payload {@code uid}, {@code accountId}, {@code loginTs}, the grants by application…
 * @param lastSubmission what the person showed when they signed in
 * @param clientId the application at which they did
 */
public record ListedSession(
    JsonNode payload,
    @Nullable JsonNode lastSubmission,
    @Nullable String clientId,
    @Nullable String accountId,
    Instant expiresAt) {}
