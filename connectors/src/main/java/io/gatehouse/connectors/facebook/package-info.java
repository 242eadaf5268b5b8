/** Sign-in with Facebook, whose failures have numbers. */
@NullMarked
package io.gatehouse.connectors.facebook;

import org.jspecify.annotations.NullMarked;
