package io.gatehouse.enterprise.signon;

import io.gatehouse.enterprise.saml.SamlArrivals;
import org.jspecify.annotations.Nullable;

/**
 * A trip to a provider.
 *
 * @param state comes back with the person, so that the trip is known again
 * @param redirectUri where the person comes back to
 * @param loginHint the address that the person has typed, so that the provider need not ask again
 * @param held what the browser holds of a provider that it came from unasked, and the application
 */
public record Trip(
    String state, String redirectUri, @Nullable String loginHint, SamlArrivals.Held held) {}
