/// One-time codes sent to an address: sending, and proving one has arrived.
@NullMarked
package io.gatehouse.interaction.step.code;

import org.jspecify.annotations.NullMarked;
