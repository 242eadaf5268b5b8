@NullMarked
package io.gatehouse.connectors.azuread;

import org.jspecify.annotations.NullMarked;
