/// Revocation: `POST /oidc/token/revocation`. Revoking any token takes its whole grant back.
@NullMarked
package io.gatehouse.oidc.revocation;

import org.jspecify.annotations.NullMarked;
