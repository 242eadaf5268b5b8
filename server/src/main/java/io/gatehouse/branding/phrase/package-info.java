/// The tenant's own words on the hosted pages: a tree of texts by language, which goes before the
/// product's texts. A language that the product does not speak becomes one of the tenant's by
/// having phrases; what they leave out is said in English.
///
/// Routes: `/api/custom-phrases`, `/api/sign-in-languages`.
@NullMarked
package io.gatehouse.branding.phrase;

import org.jspecify.annotations.NullMarked;
