/** Wiring, start-up, health, the command line. Knows everything, and nothing knows it. */
@NullMarked
package io.gatehouse.app;

import org.jspecify.annotations.NullMarked;
