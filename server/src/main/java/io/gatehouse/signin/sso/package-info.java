/// Signing in through one's enterprise: the page that asks for the address, the choice where a
/// domain belongs to several, the way to the provider, and what becomes of whoever comes back to
/// `/callback`.
///
/// The sign-in and registration pages come here too, when an address belongs to an enterprise.
///
/// Routes: `/single-sign-on`, `/single-sign-on/email`, `/single-sign-on/connectors`,
/// `/direct/sso/{connector}`, `/api/authn/single-sign-on/saml/{connector}`, with `/request` below
/// it.
@NullMarked
package io.gatehouse.signin.sso;

import org.jspecify.annotations.NullMarked;
