/// Whether a person is there: asked of whoever gives a password, asks for a code, makes an account
/// or ends an interaction, where the sign-in settings say so and no other proof stands for it.
@NullMarked
package io.gatehouse.interaction.step.captcha;

import org.jspecify.annotations.NullMarked;
