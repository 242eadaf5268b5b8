@NullMarked
package io.gatehouse.protocol;

import org.jspecify.annotations.NullMarked;
