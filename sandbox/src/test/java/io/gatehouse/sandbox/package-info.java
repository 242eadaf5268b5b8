@NullMarked
package io.gatehouse.sandbox;

import org.jspecify.annotations.NullMarked;
