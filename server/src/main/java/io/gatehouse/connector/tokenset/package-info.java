/// Tokens that a provider gave us for a person, kept where the connector's settings say so. They
/// are sealed, and go with the person or the connector. Route: `/api/secrets`. Table: `token_sets`.
/// [io.gatehouse.connector.tokenset.TokenSets] is the only door, and
/// [io.gatehouse.connector.tokenset.ProviderAccesses] for the people themselves.
@NullMarked
package io.gatehouse.connector.tokenset;

import org.jspecify.annotations.NullMarked;
