/// Making an account at the end of a registration.
@NullMarked
package io.gatehouse.interaction.step.register;

import org.jspecify.annotations.NullMarked;
