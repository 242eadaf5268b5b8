/// Introspection: `POST /oidc/token/introspection`, what a token of ours is good for at this
/// moment.
@NullMarked
package io.gatehouse.oidc.introspection;

import org.jspecify.annotations.NullMarked;
