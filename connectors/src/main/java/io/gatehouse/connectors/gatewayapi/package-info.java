/** Text messages through GatewayAPI. */
@NullMarked
package io.gatehouse.connectors.gatewayapi;

import org.jspecify.annotations.NullMarked;
