package io.gatehouse.enterprise.signon;

import org.jspecify.annotations.Nullable;

/**
 * A trip to a provider.
 *
 * @param state comes back with the person, so that the trip is known again
 * @param redirectUri where the person comes back to
 * @param loginHint the address that the person has typed, so that the provider need not ask again
 */
public record Trip(String state, String redirectUri, @Nullable String loginHint) {}
