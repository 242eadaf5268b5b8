/// Signing people in at a provider of SAML 2.0, as the party that relies on it: what it says of
/// itself, the request, and the response that is believed or refused. Who the provider and we are,
/// and what is remembered of a request, is for the callers to know.
@NullMarked
package io.gatehouse.platform.saml.signon;

import org.jspecify.annotations.NullMarked;
