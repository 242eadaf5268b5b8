/** Text messages through Infobip. */
@NullMarked
package io.gatehouse.connectors.infobip;

import org.jspecify.annotations.NullMarked;
