@NullMarked
package io.gatehouse.platform.error;

import org.jspecify.annotations.NullMarked;
