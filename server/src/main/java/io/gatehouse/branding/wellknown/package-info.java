/// What the sign-in pages, and pages of a tenant's own, may know without authentication: the looks,
/// the methods and the words.
///
/// Routes: `/api/.well-known/sign-in-exp`, `/api/.well-known/experience` and
/// `/api/.well-known/phrases`.
@NullMarked
package io.gatehouse.branding.wellknown;

import org.jspecify.annotations.NullMarked;
