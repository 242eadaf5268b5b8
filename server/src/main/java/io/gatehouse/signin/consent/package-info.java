/// Asks whether an application of somebody else's may have what it asks for; an application of the
/// house gets it without a page.
///
/// Route: `/consent`.
@NullMarked
package io.gatehouse.signin.consent;

import org.jspecify.annotations.NullMarked;
