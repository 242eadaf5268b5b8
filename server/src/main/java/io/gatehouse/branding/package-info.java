/// How a tenant's sign-in looks and works: colours, logos, languages, which identifiers and methods
/// are offered, which policies hold. One document a tenant, cached on every node and dropped when
/// it changes.
///
/// Routes: `/api/sign-in-exp`; what anybody may read of it is in `wellknown`.
@NullMarked
package io.gatehouse.branding;

import org.jspecify.annotations.NullMarked;
