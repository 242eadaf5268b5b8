/// The keys that sign a tenant's tokens, and their succession: next, current, previous.
///
/// A ring is one line of succession. The default ring is the tenant's own (ES384 unless rotated to
/// RSA) and is what `/api/configs/oidc/private-keys` shows; a ring of another algorithm is made
/// when an application first asks for it. The published key set holds every key of every ring, so
/// that a verifier knows the next key before it signs.
///
/// Beside them are the keys that clients encrypt with, once a client wants to. Tables:
/// `signing_keys`, `encryption_keys`.
@NullMarked
package io.gatehouse.tenant.key;

import org.jspecify.annotations.NullMarked;
