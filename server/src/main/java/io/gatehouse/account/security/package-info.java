/// What protects an account, and who may use it: factors of the second step and what the person has
/// decided about it, the browsers that they are signed in or trust, what applications were granted,
/// and the tokens that providers gave us for them.
///
/// Routes below `/api/my-account`: `mfa-verifications`, `mfa-settings`, `logto-configs`,
/// `sessions`, `grants`, `trusted-devices`, `identities/{target}/access-token`,
/// `sso-identities/{connectorId}/access-token`.
@NullMarked
package io.gatehouse.account.security;

import org.jspecify.annotations.NullMarked;
