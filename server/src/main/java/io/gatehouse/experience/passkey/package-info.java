/// Passkeys and security keys over the Experience API: as the only proof, beside another one, and
/// made for the account. Their rules are in `interaction/step/passkey`.
@NullMarked
package io.gatehouse.experience.passkey;

import org.jspecify.annotations.NullMarked;
