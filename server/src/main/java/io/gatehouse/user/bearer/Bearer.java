package io.gatehouse.user.bearer;

import io.gatehouse.protocol.Scopes;
import io.gatehouse.user.SignInUser;
import org.jspecify.annotations.Nullable;

/**
 * Whom an access token stands for, and what it allows.
 *
 * @param clientId the application that it was issued to
 * @param firstParty whether that is one of the house; one that describes itself is none
 * @param sessionId the sign-in that it comes from; null for one without a session
 */
public record Bearer(
    SignInUser person,
    String clientId,
    boolean firstParty,
    Scopes scopes,
    @Nullable String sessionId) {}
