/** Text messages through Plivo. */
@NullMarked
package io.gatehouse.connectors.plivo;

import org.jspecify.annotations.NullMarked;
