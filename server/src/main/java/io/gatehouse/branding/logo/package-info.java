/// The pictures of other people's applications. Pages show them from this server, so that nobody
/// who signs in is known to an application before they agree, and that no page waits for another
/// host.
///
/// [ApplicationLogos] fetches them through the egress guard and keeps them for half a day. Route:
/// `/application-logo/{digest}`.
@NullMarked
package io.gatehouse.branding.logo;

import org.jspecify.annotations.NullMarked;
