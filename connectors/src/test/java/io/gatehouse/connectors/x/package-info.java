@NullMarked
package io.gatehouse.connectors.x;

import org.jspecify.annotations.NullMarked;
