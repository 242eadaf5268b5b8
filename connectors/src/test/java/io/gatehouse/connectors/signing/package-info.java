@NullMarked
package io.gatehouse.connectors.signing;

import org.jspecify.annotations.NullMarked;
