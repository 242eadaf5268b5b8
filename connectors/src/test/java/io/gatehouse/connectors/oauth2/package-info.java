@NullMarked
package io.gatehouse.connectors.oauth2;

import org.jspecify.annotations.NullMarked;
