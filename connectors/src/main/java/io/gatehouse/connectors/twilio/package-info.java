/** Text messages through Twilio. */
@NullMarked
package io.gatehouse.connectors.twilio;

import org.jspecify.annotations.NullMarked;
