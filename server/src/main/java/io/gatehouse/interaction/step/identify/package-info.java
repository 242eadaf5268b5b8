/// Deciding who the person is, from what they proved.
@NullMarked
package io.gatehouse.interaction.step.identify;

import org.jspecify.annotations.NullMarked;
