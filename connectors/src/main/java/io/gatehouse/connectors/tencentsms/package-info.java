/** Text messages through Tencent Cloud. */
@NullMarked
package io.gatehouse.connectors.tencentsms;

import org.jspecify.annotations.NullMarked;
