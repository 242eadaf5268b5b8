/// Signing out at the provider: `/oidc/session/end`, its confirmation, and the page that says it is
/// done.
@NullMarked
package io.gatehouse.oidc.logout;

import org.jspecify.annotations.NullMarked;
