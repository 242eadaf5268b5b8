/// Signing in through an enterprise: whose address belongs to one, the trip to its provider and
/// back, who came, and what that makes of an account.
@NullMarked
package io.gatehouse.interaction.step.sso;

import org.jspecify.annotations.NullMarked;
