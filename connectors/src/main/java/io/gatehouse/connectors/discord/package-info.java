/** Sign-in with Discord. */
@NullMarked
package io.gatehouse.connectors.discord;

import org.jspecify.annotations.NullMarked;
