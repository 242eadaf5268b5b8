/** Sign-in with X, which insists on PKCE. */
@NullMarked
package io.gatehouse.connectors.x;

import org.jspecify.annotations.NullMarked;
