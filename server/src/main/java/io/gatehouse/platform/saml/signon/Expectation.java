package io.gatehouse.platform.saml.signon;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What a response must fit.
 *
 * @param requestId the request that it must answer; without one it must answer nothing, so that
 *     what was said upon somebody's request is not brought as if unasked
 * @param skew how far the clocks of the two parties may be apart
 */
public record Expectation(
    IdentityProvider provider, ServiceProvider us, @Nullable String requestId, Duration skew) {}
