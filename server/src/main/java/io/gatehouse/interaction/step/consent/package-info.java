/// What an application may have, and whether the person has to be asked.
@NullMarked
package io.gatehouse.interaction.step.consent;

import org.jspecify.annotations.NullMarked;
