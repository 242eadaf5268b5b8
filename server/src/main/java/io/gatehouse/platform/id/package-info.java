@NullMarked
package io.gatehouse.platform.id;

import org.jspecify.annotations.NullMarked;
