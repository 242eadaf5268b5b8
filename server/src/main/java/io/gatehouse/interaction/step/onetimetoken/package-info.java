/// A person proves an e-mail address by a token that an administrator's program has made for it.
@NullMarked
package io.gatehouse.interaction.step.onetimetoken;

import org.jspecify.annotations.NullMarked;
