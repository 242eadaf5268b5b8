/** Sign-in with WeCom, where the enterprise's token tells who somebody is. */
@NullMarked
package io.gatehouse.connectors.wecom;

import org.jspecify.annotations.NullMarked;
