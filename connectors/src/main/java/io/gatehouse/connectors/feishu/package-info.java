/** Sign-in with Feishu. */
@NullMarked
package io.gatehouse.connectors.feishu;

import org.jspecify.annotations.NullMarked;
