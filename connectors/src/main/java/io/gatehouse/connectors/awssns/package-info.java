/** Text messages through Amazon Simple Notification Service. */
@NullMarked
package io.gatehouse.connectors.awssns;

import org.jspecify.annotations.NullMarked;
