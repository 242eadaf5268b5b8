/// The trip to a social provider and back.
@NullMarked
package io.gatehouse.interaction.step.social;

import org.jspecify.annotations.NullMarked;
