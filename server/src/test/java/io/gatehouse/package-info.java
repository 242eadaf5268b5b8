/** Rules that hold for the whole server. */
@NullMarked
package io.gatehouse;

import org.jspecify.annotations.NullMarked;
