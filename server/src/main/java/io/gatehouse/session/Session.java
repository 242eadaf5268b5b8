package io.gatehouse.session;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A signed-in browser.
 *
 * @param id public; names the session in APIs and logout tokens
 * @param amr how the person proved who they are [RFC 8176]
 */
public record Session(
    String id,
    String userId,
    Instant authTime,
    List<String> amr,
    @Nullable String acr,
    Instant expiresAt) {}
