@NullMarked
package io.gatehouse.testkit;

import org.jspecify.annotations.NullMarked;
