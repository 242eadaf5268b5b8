/** Sign-in with Yahoo. */
@NullMarked
package io.gatehouse.connectors.yahoo;

import org.jspecify.annotations.NullMarked;
