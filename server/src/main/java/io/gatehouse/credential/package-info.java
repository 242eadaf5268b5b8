/**
 * Passwords: how they are hashed and verified, which ones a tenant accepts, and which are known to
 * be breached.
 *
 * <p>A new password is hashed with Argon2id. What other systems exported is verified as it came and
 * should be hashed anew after the first sign-in ({@link Verification#needsRehash}). All hashing
 * runs on a few threads of its own behind a bounded queue ({@link HashingThreads}), so that a rush
 * of sign-ins exhausts neither memory nor the other requests.
 */
@NullMarked
package io.gatehouse.credential;

import org.jspecify.annotations.NullMarked;
