/// Assertions about people that clients present for tokens: who says it, of whom, and that it is
/// said once. [RFC 7523]
@NullMarked
package io.gatehouse.oidc.token.assertion;

import org.jspecify.annotations.NullMarked;
