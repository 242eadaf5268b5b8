@NullMarked
package io.gatehouse.app;

import org.jspecify.annotations.NullMarked;
