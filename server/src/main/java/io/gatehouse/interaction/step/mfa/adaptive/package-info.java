/// The second factor that is asked for only where something about a sign-in is unusual: a country,
/// a speed of travel, a long absence, a robot.
@NullMarked
package io.gatehouse.interaction.step.mfa.adaptive;

import org.jspecify.annotations.NullMarked;
