/// Signing in with a passkey alone, and making one for that.
///
/// Routes: `/sign-in/passkey`, `/create-passkey`.
@NullMarked
package io.gatehouse.signin.passkey;

import org.jspecify.annotations.NullMarked;
