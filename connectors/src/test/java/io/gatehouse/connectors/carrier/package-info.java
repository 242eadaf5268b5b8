@NullMarked
package io.gatehouse.connectors.carrier;

import org.jspecify.annotations.NullMarked;
