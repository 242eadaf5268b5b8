/// People prove something, to change their own account by it afterwards: the password, a code that
/// went to an address, an account at a social provider, a passkey that they have made. Guessing
/// counts against the same lockout as signing in, and messages against the same limit.
///
/// Routes: `/api/verifications`. What was proved is kept by [io.gatehouse.account.proof.Proofs].
@NullMarked
package io.gatehouse.account.verification;

import org.jspecify.annotations.NullMarked;
