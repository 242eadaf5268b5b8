/** Sign-in with Google, by redirect or by the credential of its One Tap prompt. */
@NullMarked
package io.gatehouse.connectors.google;

import org.jspecify.annotations.NullMarked;
