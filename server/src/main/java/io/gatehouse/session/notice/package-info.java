/// Applications that have to hear that a session is over.
///
/// A [LogoutNotice] is written in the statement that ends the session, and stays until the
/// application has taken it, for a day at most. How it is told is the provider's (`oidc/logout`).
/// Table: `logout_notices`.
@NullMarked
package io.gatehouse.session.notice;

import org.jspecify.annotations.NullMarked;
