/// The OpenID provider: everything below `/oidc` of a tenant's endpoint.
///
/// Read a request along its folder: `authorize` (checks, prompts, the code), `token` (one file a
/// grant), `issue` (what is in a token), `userinfo`, `introspection`, `revocation`, `logout`,
/// `discovery`. `client` says who calls.
@NullMarked
package io.gatehouse.oidc;

import org.jspecify.annotations.NullMarked;
