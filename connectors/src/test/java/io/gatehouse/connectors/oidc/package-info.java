@NullMarked
package io.gatehouse.connectors.oidc;

import org.jspecify.annotations.NullMarked;
