/** What signing in with Alipay on the web and in apps have in common: the signed gateway. */
@NullMarked
package io.gatehouse.connectors.alipay;

import org.jspecify.annotations.NullMarked;
