/** Text messages through MessageBird. */
@NullMarked
package io.gatehouse.connectors.messagebird;

import org.jspecify.annotations.NullMarked;
