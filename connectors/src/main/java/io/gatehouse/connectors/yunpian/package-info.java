/** Text messages through YunPian. */
@NullMarked
package io.gatehouse.connectors.yunpian;

import org.jspecify.annotations.NullMarked;
