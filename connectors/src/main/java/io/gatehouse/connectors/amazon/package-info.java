/** Sign-in with Amazon. */
@NullMarked
package io.gatehouse.connectors.amazon;

import org.jspecify.annotations.NullMarked;
