/** Sign-in with Twitch, which tells only the claims that are asked for. */
@NullMarked
package io.gatehouse.connectors.twitch;

import org.jspecify.annotations.NullMarked;
