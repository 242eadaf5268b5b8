/** Sign-in with LinkedIn. */
@NullMarked
package io.gatehouse.connectors.linkedin;

import org.jspecify.annotations.NullMarked;
