/** Text messages through SMSBao. */
@NullMarked
package io.gatehouse.connectors.smsbao;

import org.jspecify.annotations.NullMarked;
