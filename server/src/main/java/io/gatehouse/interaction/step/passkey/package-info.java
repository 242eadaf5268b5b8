/// Passkeys and security keys in a sign-in: made for the account, shown beside another proof, or
/// shown as the only one. What a browser is asked waits in `passkey_challenges`, apart from the
/// interaction's state, and each challenge is taken out by the first answer, right or wrong.
@NullMarked
package io.gatehouse.interaction.step.passkey;

import org.jspecify.annotations.NullMarked;
