@NullMarked
package io.gatehouse.connectors;

import org.jspecify.annotations.NullMarked;
