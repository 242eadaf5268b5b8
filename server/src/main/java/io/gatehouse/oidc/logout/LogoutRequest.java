package io.gatehouse.oidc.logout;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A checked request to sign out, carried sealed in the form that confirms it.
 *
 * @param redirectUri where the browser goes afterwards; registered by the client
 * @param sessionId the session it is about: the form of another browser is worth nothing here
 * @param certain whether the request proved where it came from, so that nobody needs to be asked
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
record LogoutRequest(
    @Nullable String clientId,
    @Nullable String redirectUri,
    @Nullable String state,
    @Nullable String sessionId,
    boolean certain,
    Instant madeAt) {}
