/// The token endpoint: `POST /oidc/token`.
///
/// [TokenResource] speaks HTTP, [TokenEndpoint] owns the steps that every grant shares, and each
/// `…Grant` is one grant of the protocol. [TokenStore] redeems: one conditional statement finds,
/// checks and consumes; a second read only explains a failure. `content` makes what the tokens
/// hold.
@NullMarked
package io.gatehouse.oidc.token;

import org.jspecify.annotations.NullMarked;
