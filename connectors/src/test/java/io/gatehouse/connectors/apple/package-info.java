@NullMarked
package io.gatehouse.connectors.apple;

import org.jspecify.annotations.NullMarked;
