/// Signing people in at a provider of SAML 2.0, as the party that relies on it: what it says of
/// itself, the request, and the response that is believed or refused. What is sent is remembered
/// until the response has come and what it says was fetched, in a table of the caller's; who the
/// provider and we are is for the callers to know.
@NullMarked
package io.gatehouse.platform.saml.signon;

import org.jspecify.annotations.NullMarked;
