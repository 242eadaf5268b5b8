/** Text messages through SMS Aero. */
@NullMarked
package io.gatehouse.connectors.smsaero;

import org.jspecify.annotations.NullMarked;
