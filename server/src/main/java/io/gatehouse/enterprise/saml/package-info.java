/// Sign-ins at an enterprise's provider of SAML 2.0, of which we are the service provider: the
/// request that is sent, the response that comes back, and the trip in between.
///
/// A response reaches us from another site, where the browser shows no cookies. It is believed or
/// refused right there, once; what it says waits under a ticket that only this browser is given,
/// and only the sign-in that had asked can fetch. A response that somebody has talked another
/// browser into bringing is of no use to anybody.
///
/// Where sign-ins may begin at the provider, a response comes that nobody has asked for. It waits
/// as well, for a sign-in to the application that it is meant for in the browser that brought it.
///
/// Tables: `sso_authn_requests`, `sso_arrivals`. [io.gatehouse.enterprise.saml.SamlTrips] and
/// [io.gatehouse.enterprise.saml.SamlArrivals] are the only doors.
@NullMarked
package io.gatehouse.enterprise.saml;

import org.jspecify.annotations.NullMarked;
