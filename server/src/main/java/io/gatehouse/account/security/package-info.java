/// What protects an account, and who may use it: the browsers that the person is signed in, what
/// applications were granted, and the tokens that providers gave us for them.
///
/// Routes below `/api/my-account`: `sessions`, `grants`, `identities/{target}/access-token`,
/// `sso-identities/{connectorId}/access-token`.
@NullMarked
package io.gatehouse.account.security;

import org.jspecify.annotations.NullMarked;
