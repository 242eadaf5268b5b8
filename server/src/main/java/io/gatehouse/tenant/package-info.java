@NullMarked
package io.gatehouse.tenant;

import org.jspecify.annotations.NullMarked;
