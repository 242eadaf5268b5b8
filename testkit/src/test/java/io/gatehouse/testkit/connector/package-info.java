@NullMarked
package io.gatehouse.testkit.connector;

import org.jspecify.annotations.NullMarked;
