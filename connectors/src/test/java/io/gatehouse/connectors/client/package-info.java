@NullMarked
package io.gatehouse.connectors.client;

import org.jspecify.annotations.NullMarked;
