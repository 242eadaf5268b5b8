package io.gatehouse.account.proof;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * A trip to a provider, and once the person is back whom it vouches for.
 *
 * @param userInfo what the provider said of the person; null while they are away
 * @param tokens those of the provider, sealed, where they are kept
 */
public record SocialProof(
    String id, String connectorId, @Nullable ObjectNode userInfo, @Nullable String tokens) {}
