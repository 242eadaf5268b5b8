/** Sign-in with Alipay within mobile apps. */
@NullMarked
package io.gatehouse.connectors.alipay.mobile;

import org.jspecify.annotations.NullMarked;
