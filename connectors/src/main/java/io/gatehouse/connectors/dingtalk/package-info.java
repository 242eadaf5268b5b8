/** Sign-in with DingTalk, which speaks JSON throughout. */
@NullMarked
package io.gatehouse.connectors.dingtalk;

import org.jspecify.annotations.NullMarked;
