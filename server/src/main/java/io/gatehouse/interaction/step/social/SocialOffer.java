package io.gatehouse.interaction.step.social;

import com.fasterxml.jackson.databind.JsonNode;
import io.gatehouse.connectors.SocialConnector;

/**
 * A configured social connector, as signing in needs it.
 *
 * @param target the name of the provider under which identities are kept
 * @param syncProfile whether name and picture follow the provider's at every sign-in
 * @param keepsTokens whether the provider's tokens are kept for the person
 */
public record SocialOffer(
    String id,
    String target,
    SocialConnector connector,
    JsonNode config,
    boolean syncProfile,
    boolean keepsTokens) {}
