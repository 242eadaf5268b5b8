/** Sign-in with LINE. */
@NullMarked
package io.gatehouse.connectors.line;

import org.jspecify.annotations.NullMarked;
