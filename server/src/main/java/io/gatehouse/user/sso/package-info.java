/// What people are called at their enterprises' providers, by the issuer and its name for them,
/// which is nobody else's. It goes with the person, and with the connector that it came by. Table:
/// `user_sso_identities`. [io.gatehouse.user.sso.SsoIdentities] is the only door.
@NullMarked
package io.gatehouse.user.sso;

import org.jspecify.annotations.NullMarked;
