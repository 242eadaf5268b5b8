/**
 * Cryptography as the product uses it: digests of tokens, sealing of stored secrets, signing keys
 * and compact JWS. No algorithm is implemented here; the fastest provider that works on this
 * platform does the work ({@link CryptoProvider}).
 */
@NullMarked
package io.gatehouse.platform.crypto;

import org.jspecify.annotations.NullMarked;
