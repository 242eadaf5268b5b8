/// What an account must have, and adding it on the way in.
@NullMarked
package io.gatehouse.interaction.step.profile;

import org.jspecify.annotations.NullMarked;
