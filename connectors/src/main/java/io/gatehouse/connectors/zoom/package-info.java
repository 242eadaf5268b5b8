/** Sign-in with Zoom. */
@NullMarked
package io.gatehouse.connectors.zoom;

import org.jspecify.annotations.NullMarked;
