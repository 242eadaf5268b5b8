/// What people show besides a password: one authenticator app, passkeys and security keys, one set
/// of backup codes. Here administrators see and make them; steps of a sign-in ask for them.
///
/// Secrets of apps and backup codes are sealed, since both are shown again; backup codes are found
/// by a keyed digest. [MfaFactors] is administrators' door, [SecondFactors] and [Passkeys] those of
/// the steps of a sign-in. Routes: `/api/users/{id}/mfa-verifications`. Tables: `user_mfa_factors`,
/// `user_backup_codes`.
@NullMarked
package io.gatehouse.user.mfa;

import org.jspecify.annotations.NullMarked;
