/** Sign-in with a Xiaomi account, whose answers begin with a word of their own. */
@NullMarked
package io.gatehouse.connectors.xiaomi;

import org.jspecify.annotations.NullMarked;
