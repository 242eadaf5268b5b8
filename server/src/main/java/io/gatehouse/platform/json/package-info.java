/** How values become JSON and back: one mapper for answers, columns and tokens. */
@NullMarked
package io.gatehouse.platform.json;

import org.jspecify.annotations.NullMarked;
