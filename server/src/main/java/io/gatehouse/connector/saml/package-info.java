/// Signing in through social connectors that speak SAML 2.0: the trip from the request to the
/// person.
///
/// A response reaches us from the provider's site, where the browser shows no cookies. It is
/// believed or refused right there, once; what it says waits under a ticket that only this browser
/// is given, and only who had sent the request can fetch: a sign-in, or somebody who links an
/// account. A response that nobody asked for is refused.
///
/// Table: `social_authn_requests`. [io.gatehouse.connector.saml.SamlTrips] is the only door to it.
@NullMarked
package io.gatehouse.connector.saml;

import org.jspecify.annotations.NullMarked;
