/// Signing in by an account elsewhere: away to the provider, back again, and what then is to be
/// decided: to join an account that there is already, or to make a new one.
///
/// The trip's state names the application whose sign-in it belongs to, so that two can be under way
/// in one browser; it is compared with the one that the interaction remembers.
///
/// Routes: `/social`, `/callback/{connector}`, `/social/link/{connector}`,
/// `/direct/social/{target}`, `/api/authn/saml/{connector}`, with `/request` below it.
@NullMarked
package io.gatehouse.signin.social;

import org.jspecify.annotations.NullMarked;
