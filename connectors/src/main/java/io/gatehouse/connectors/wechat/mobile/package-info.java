/** Sign-in with WeChat within mobile apps. */
@NullMarked
package io.gatehouse.connectors.wechat.mobile;

import org.jspecify.annotations.NullMarked;
