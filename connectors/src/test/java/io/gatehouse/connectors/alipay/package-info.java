@NullMarked
package io.gatehouse.connectors.alipay;

import org.jspecify.annotations.NullMarked;
