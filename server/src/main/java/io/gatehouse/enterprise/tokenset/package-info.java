/// Tokens that an enterprise's provider gave us for a person, kept where the connector's settings
/// say so. They are sealed, and go with the identity that they belong to, so with the person and
/// with the connector. Table: `sso_token_sets`. [io.gatehouse.enterprise.tokenset.SsoTokenSets] is
/// the only door, and [io.gatehouse.enterprise.tokenset.SsoAccesses] for the people themselves.
@NullMarked
package io.gatehouse.enterprise.tokenset;

import org.jspecify.annotations.NullMarked;
