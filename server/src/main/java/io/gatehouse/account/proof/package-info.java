/// What people have proved within the last ten minutes, to change their own account: that they know
/// the password, that an address is theirs, an account at a provider, or that a passkey was made. A
/// proof belongs to whoever made it, and nobody else can use it. One that makes an address, an
/// identity or a passkey part of the account does so once.
///
/// Table: `account_verifications`. [io.gatehouse.account.proof.Proofs] is the only door.
@NullMarked
package io.gatehouse.account.proof;

import org.jspecify.annotations.NullMarked;
