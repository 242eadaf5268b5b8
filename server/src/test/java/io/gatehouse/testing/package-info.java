/** What the tests of several features share. */
@NullMarked
package io.gatehouse.testing;

import org.jspecify.annotations.NullMarked;
