/// Domains: host names of a tenant's own at which its sign-in is served, with an issuer of their
/// own.
///
/// A domain counts once it is proved, by a TXT record of the name service or by a file at the
/// domain; no service of others takes part. Until then, and for every other name, the listener
/// decides. The name has to lead to this server, and whoever ends TLS there needs a certificate for
/// it. Routes: `/api/domains`. Table: `domains`.
@NullMarked
package io.gatehouse.domain;

import org.jspecify.annotations.NullMarked;
