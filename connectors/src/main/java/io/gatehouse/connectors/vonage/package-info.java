/** Text messages through Vonage. */
@NullMarked
package io.gatehouse.connectors.vonage;

import org.jspecify.annotations.NullMarked;
