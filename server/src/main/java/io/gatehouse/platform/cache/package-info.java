/// Settings kept in the process and dropped, on every node, when they change.
@NullMarked
package io.gatehouse.platform.cache;

import org.jspecify.annotations.NullMarked;
