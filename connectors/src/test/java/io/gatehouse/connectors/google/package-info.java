@NullMarked
package io.gatehouse.connectors.google;

import org.jspecify.annotations.NullMarked;
