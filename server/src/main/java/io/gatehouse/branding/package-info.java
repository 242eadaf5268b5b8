/// How a tenant's sign-in looks and works: colours, logos, languages, which identifiers and methods
/// are offered, which policies hold. One document a tenant, cached on every node and dropped when
/// it changes.
///
/// Routes: `/api/sign-in-exp`; for pages and custom sign-in pages, without authentication,
/// `/api/.well-known/sign-in-exp`, `/api/.well-known/experience` and `/api/.well-known/phrases`.
@NullMarked
package io.gatehouse.branding;

import org.jspecify.annotations.NullMarked;
