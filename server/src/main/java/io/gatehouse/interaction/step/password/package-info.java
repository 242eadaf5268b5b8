/// Proving who one is by a password.
@NullMarked
package io.gatehouse.interaction.step.password;

import org.jspecify.annotations.NullMarked;
