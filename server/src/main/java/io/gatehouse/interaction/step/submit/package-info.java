/// The end of an interaction: what is still missing, what is written, how it goes on.
@NullMarked
package io.gatehouse.interaction.step.submit;

import org.jspecify.annotations.NullMarked;
