/** Sign-in with QQ, where three calls tell who somebody is. */
@NullMarked
package io.gatehouse.connectors.qq;

import org.jspecify.annotations.NullMarked;
