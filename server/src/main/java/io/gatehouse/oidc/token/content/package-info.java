/// What the tokens of the token endpoint hold: from a request and what it redeemed to their claims.
@NullMarked
package io.gatehouse.oidc.token.content;

import org.jspecify.annotations.NullMarked;
