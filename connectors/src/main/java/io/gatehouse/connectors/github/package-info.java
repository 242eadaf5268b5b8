/** Sign-in with GitHub, whose e-mail addresses need a call of their own. */
@NullMarked
package io.gatehouse.connectors.github;

import org.jspecify.annotations.NullMarked;
