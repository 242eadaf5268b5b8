/** Sign-in with Patreon. */
@NullMarked
package io.gatehouse.connectors.patreon;

import org.jspecify.annotations.NullMarked;
