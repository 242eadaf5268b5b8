/// Proof of possession: a client shows with every request that it holds the key that its tokens are
/// bound to, so that a stolen token is worth nothing.
///
/// [DpopProofs] checks proofs, [DpopNonces] makes the nonces that keep them fresh. Used by the
/// provider and by every API that takes its tokens.
@NullMarked
package io.gatehouse.tenant.dpop;

import org.jspecify.annotations.NullMarked;
