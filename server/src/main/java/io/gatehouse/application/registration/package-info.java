/// Applications that register themselves: whether a tenant lets them, what they may be, and the
/// tokens by which administrators let them in. The registration itself is an endpoint of the
/// provider, `oidc/registration`; what comes of it is an application like any other.
///
/// [RegistrationPolicies] and [InitialAccessTokens] are the doors. Routes:
/// `/api/configs/oidc/registration` and below. Tables: `initial_access_tokens`; the policy is a
/// value of `configs`.
@NullMarked
package io.gatehouse.application.registration;

import org.jspecify.annotations.NullMarked;
