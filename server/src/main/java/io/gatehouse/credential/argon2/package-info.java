/// The function that hashes passwords, and its result as text. It is computed by libsodium where
/// that is there, otherwise by Bouncy Castle.
@NullMarked
package io.gatehouse.credential.argon2;

import org.jspecify.annotations.NullMarked;
