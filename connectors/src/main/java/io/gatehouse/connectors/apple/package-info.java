/** Sign-in with Apple, whose ID token comes with the browser. */
@NullMarked
package io.gatehouse.connectors.apple;

import org.jspecify.annotations.NullMarked;
